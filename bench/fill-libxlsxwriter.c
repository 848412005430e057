/* The same rows written with libxlsxwriter in constant memory: FILE ROWS. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>
static const char *HEADS[14] = {"序号","日期","镇","村","联系法官","方式","走访对象","人数","情况","办理","结果","报告日","次数","备注"};
static const char *TOWNS[10] = {"新城镇","车岗镇","水台镇","稔村镇","东成镇","太平镇","里洞镇","大江镇","天堂镇","簕竹镇"};
int main(int argc, char **argv) {
  long count = atol(argv[2]);
  lxw_workbook_options options = {0};
  options.constant_memory = LXW_TRUE;
  lxw_workbook *book = workbook_new_opt(argv[1], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "走访座谈");
  lxw_format *body = workbook_add_format(book), *day = workbook_add_format(book);
  lxw_format *both[2] = {body, day};
  for (int i = 0; i < 2; i++) {
    format_set_border(both[i], LXW_BORDER_THIN);
    format_set_font_name(both[i], "仿宋_GB2312");
    format_set_font_size(both[i], 10);
    format_set_text_wrap(both[i]);
    format_set_align(both[i], LXW_ALIGN_VERTICAL_CENTER);
  }
  format_set_num_format(day, "yyyy-mm-dd");
  worksheet_set_column(sheet, 0, 13, 16, NULL);
  for (int c = 0; c < 14; c++) worksheet_write_string(sheet, 0, c, HEADS[c], NULL);
  char t[128];
  for (long i = 0; i < count; i++) {
    lxw_row_t r = (lxw_row_t)(i + 1);
    worksheet_write_number(sheet, r, 0, (double)(i + 1), body);
    lxw_datetime d = {2024, 7 + (int)(i % 3), (int)(i % 28) + 1, 0, 0, 0};
    worksheet_write_datetime(sheet, r, 1, &d, day);
    worksheet_write_string(sheet, r, 2, TOWNS[i % 10], body);
    sprintf(t, "第%ld村民委员会", i % 977); worksheet_write_string(sheet, r, 3, t, body);
    sprintf(t, "法官%ld", i % 12); worksheet_write_string(sheet, r, 4, t, body);
    worksheet_write_string(sheet, r, 5, i % 3 == 0 ? "座谈" : "走访", body);
    sprintf(t, "村民小组长第%ld号", i); worksheet_write_string(sheet, r, 6, t, body);
    worksheet_write_number(sheet, r, 7, (double)(i % 40), body);
    sprintf(t, "村民反映巷道排水事项%ld", i); worksheet_write_string(sheet, r, 8, t, body);
    sprintf(t, "已联系镇司法所处理%ld", i); worksheet_write_string(sheet, r, 9, t, body);
    worksheet_write_string(sheet, r, 10, i % 5 == 0 ? "未结" : "办结", body);
    lxw_datetime e = {2024, 9, 18, 0, 0, 0};
    worksheet_write_datetime(sheet, r, 11, &e, day);
    worksheet_write_number(sheet, r, 12, (double)(i % 3 + 1), body);
    sprintf(t, "登记号%ld", i); worksheet_write_string(sheet, r, 13, t, body);
  }
  return (int)workbook_close(book);
}
