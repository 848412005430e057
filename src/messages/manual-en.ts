import type { Topic } from './topic.ts';

/** The manual in English, with the topics of the Chinese one. Every line that begins with `ledger` runs in the sample. */
export const manual: readonly Topic[] = [
  {
    name: 'start',
    title: 'Getting started',
    text: `
ledger keeps and consolidates the ledgers of the programme “judges into the
governance centres”. It has no windows or buttons: you type a line, press
Enter, and it answers with a few lines of text.

Open a command line
  Windows: press the Windows key, type cmd, press Enter.
  Linux:   open “Terminal”.

Try it on the sample first (all persons and events in it are invented)
  The first line makes the sample in the folder demo, the second goes into
  that folder, the third shows the visits of a quarter.

  ledger init --sample --home demo
  cd demo
  ledger quota --quarter 2024Q3

  When you have seen enough, delete the folder demo.

Liaison judges: begin your own ledger
  Ask the research office for the roster, roster.json, put it into the
  current folder, and type:

  ledger init --roster roster.json --judge li-min --home mine

  li-min stands for your own id on the roster, mine for any name of a
  folder. ledger init alone asks for everything.
  Without --home the folder is “ledger” in your home folder; it is then
  found from everywhere, which is the easiest.

Research office: make the folder to consolidate in

  ledger init --roster roster.json --office --home office

  Then put everybody’s ledger into its ledgers folder.

How the workspace is found
  In this order: what --home says; the variable LEDGER_HOME; the current
  folder, or the nearest one above it, that has a roster.json; the folder
  “ledger” in your home folder.

Good to know
  how to use a command:       ledger visit add --help
  the manual:                 ledger help
  try without writing:        add --dry-run (or -n)
  Chinese on the screen:      add --lang zh
  Text with spaces stands in straight double quotes: "the town hall"
  Text that begins with a hyphen is written --findings=-...
  Ctrl and C stop the questions; nothing is saved then.
`,
  },
  {
    name: 'visit',
    title: 'Recording visits',
    text: `
One entry after each visit or talk at a town, village or community. It
takes about three minutes.

By questions
  Type the line below and answer. The day is today unless you change it;
  towns and villages are chosen with the arrow keys or by typing part of
  the name; what may be left empty takes just Enter. In the end everything
  is shown, and it is saved only when you choose “Save”.

  ledger visit add --judge li-min

  In your own workspace, with only your ledger in it, --judge is not needed,
  here and below.

In one line
  Four fields are required: day, town, form and findings.

  ledger visit add --judge li-min --date 2024-9-12 --town 太平镇
      --village 马山社区 --form visit --findings "drainage of a lane"

  This is one line; don’t press Enter in between.
  The others: --met (people met), --participants, --litigation-notice (what
  the town was told of disputes in litigation), --handling, --reported-on
  (when the contact leader was told), --leader-opinion, --source,
  --source-department, --note.
  The form is visit, talk or other. A department’s own visit that you were
  told of has --source department --source-department 民事审判庭; it does
  not count toward the quota.

After telling the contact leader
  Note the day; without --on it is today.

  ledger visit report 7kq2 --judge li-min --on 2024-7-4

  7kq2 is the ending of the id visit-240703-7kq2. The whole id, its
  beginning or its ending will do, as long as only one entry fits.

Looking up
  All of a quarter; those with some text; one in full with its history:

  ledger visit list --judge li-min --quarter 2024Q3
  ledger visit list --judge li-min --text 物业
  ledger visit show 7kq2 --judge li-min

  There are also --from and --to, --town, --village, --sort and --limit.

  Where you don’t know which ledger it stands in, search them all; of
  several words each must be there:

  ledger search 物业
  ledger search 物业 太平镇 --quarter 2024Q3

Changing
  Name the field to change; "" clears it; without any field you are asked.

  ledger visit edit 7kq2 --judge li-min --note "with the centre’s head"
  ledger visit edit 7kq2 --judge li-min --note ""

Removing and restoring
  Removing needs a reason. A removed entry counts nowhere, but it stays in
  the ledger and can be restored.

  ledger visit remove 7kq2 --judge li-min --reason "entered twice"
  ledger visit list --judge li-min --removed
  ledger visit restore 7kq2 --judge li-min

Undoing a mistake
  Every command that changes a ledger is one step, an import of many rows
  too. undo shows what the last step changed and takes it back once you say
  yes; do it again to go further back. redo brings back what was undone,
  until something else is done.

  ledger undo --judge li-min
  ledger redo --judge li-min

  An entry whose adding is undone is marked as removed and stays in the
  file. To see what every step did, or those of one entry:

  ledger history --judge li-min --limit 10
  ledger history visit-240703-7kq2

  Once a quarter is handed in, what was done before cannot be undone: use
  edit or remove, with a reason.

What you are warned of
  A village that is not on the roster, a town that was not yours that day, a
  long number like an identity or telephone number, an entry much like
  another. A warning only asks you to look; you may save all the same, or
  change something first: nothing you have typed is lost.
  A wrong day, a required field left empty or a town that is not on the
  roster cannot be saved.
`,
  },
  {
    name: 'form',
    title: 'Filling in with Excel',
    text: `
Several entries at once, or those of somebody without the program, can be
typed into Excel or WPS first. This makes blank forms in the current folder,
a sheet for each of the ten ledgers:

  ledger form --judge li-min

  In a workspace of your own, with one ledger, --judge is not needed. The
  judge’s own towns stand first in the drop-downs.

Only some ledgers, into a file of another name:

  ledger form visit dispute -o visits.xlsx

How to fill it in
  One entry a row from row 4 on; no merged cells, and leave the heads on
  row 3 as they are.
  A red * marks what is required; in a row that was begun, required cells
  that are still empty are pale yellow.
  Choose a cell, and a note says how the column is filled in, and when.
  Towns, villages and choices: click the arrow beside the cell. Once the
  town is there, its villages are offered; one that is not on the roster
  may stay, if you say so.
  Where several choices are possible, put 、 between them.
  Days are written 2024-07-03. A day before 2000 is refused, and a day ahead
  wherever it is no time limit.
  Case numbers, telephone numbers and all other text are kept as text.
  The numbers of rows appear by themselves. Leave the hidden last column,
  the ids of entries, alone. Import it when it is filled in (help import).

A file of that name that is somebody else’s, or was filled in, is never
replaced (exit code 5). Say another name, or add --force if you mean it.
`,
  },
  {
    name: 'import',
    title: 'Importing sheets',
    text: `
A form that was filled in: try it first, then import it.

  ledger form visit -o sheet.xlsx --judge li-min
  ledger import sheet.xlsx --judge li-min --dry-run
  ledger import sheet.xlsx --judge li-min

What can be imported: forms, the CSV of export, 汇总台账 and a judge’s own
台账, and sheets of your own (xlsx, csv). There may be several files, and
*.xlsx is understood.

Sheets of your own
  The title or the name of the sheet says which ledger it is, such as
  走访座谈台账; without it, the heads decide.
  Columns stand in any order, under many names: 日期, 时间, 走访时间. What
  nobody knows is asked on a terminal, and kept in import-heads.json; Enter
  alone leaves the column out this time.
  Merged cells, a sheet a month and heads on every page are understood.
  Totals, signatures and notes are left out, and their rows are named.
  Days: 2024.7.3, 7月3日, 2024年7月3日上午, 45476. A day without a year
  takes that of --year, else that of the title, the sheet or the file
  (guidance does not count); which year it was is told.
  Town and village may stand in one cell: 太平镇马山社区.

Mistakes
  All are told in one run, with sheet and cell, and nothing is written
  (exit code 3). Beside the file a copy …-标注.xlsx is made: wrong cells are
  red with a comment, and all mistakes are listed in front.
  Put them right and import again; --skip-errors imports the rows without
  any (exit code 7).

Nothing twice
  A row equal to an entry is skipped, each against one entry, so importing
  twice adds nothing. What was removed does not come back.
  A row with the 编号 of an entry (the CSV of export) that says something
  else is an error: change entries with edit.
  A row of another judge is an error: one import is for one ledger.
`,
  },
  {
    name: 'quota',
    title: 'How visits are counted',
    text: `
The rules ask for at least 3 visits a quarter to the town and its villages
or communities.

This quarter; another quarter; the towns of one judge only

  ledger quota
  ledger quota --quarter 2024Q3
  ledger quota --quarter 2024Q3 --judge li-min

What counts
  Entries of the form “visit” by the judge. Talks and others do not count;
  talks have a column of their own. What a department did by itself and told
  the judge does not count.
  One place on one day is one visit, however many entries it has and however
  many judges went.
  A visit to the town alone, without a village, counts as well.
  It is counted by town: where two liaison judges served a town in the
  quarter, their visits add up.

How to read the result
  reached 3               enough
  1 short as of 18 Sep    the quarter is not over yet
  did not reach 3         the quarter is over, and it was not enough
  not reported            no ledger has come in; that is not 0 visits

A court may decide otherwise in the rules of roster.json: how many, which
forms, by town or by judge, quarters from the 1st or from the 21st, and from
which quarter on. FORMAT.md, which comes with the program, has the details.

For other programs
  With --strict the exit code is 1 where a town is short:

  ledger quota --quarter 2024Q3 --strict
  (水台镇 and others are short in the sample: exit code 1)
`,
  },
  {
    name: 'agenda',
    title: 'What is overdue or due soon',
    text: `
One command tells what is to be done today and what is due soon:

  ledger agenda --judge li-min --today 2024-9-18

Without --today it is today. In your own workspace, with only your ledger
in it, --judge is not needed; in the office, without --judge, it is
everybody’s.

How to read it
  What is overdue comes first, then what is due today, within 7 days and
  within 30. Each line has the day, the days left, what is to be done, and
  the ending of the entry’s id, for commands. Note what is done, and it is
  gone; the last line says how the first item is noted.

Looking less or further ahead (0 to 366 days)

  ledger agenda --days 7 --today 2024-9-18
  ledger agenda --days 90 --today 2024-9-18

What is listed
  visits          to be told to the contact leader within 5 working days
  matters         the day that was set
  disputes        the day that was set
  deputies        proposals 3 months from assignment, 6 where complex;
                  other channels by the day that was set
  mediation       before filing 30 days from the signature; after it 15 in
                  ordinary, 7 in summary and small-claims procedure;
                  criminal and enforcement cases by the letter; an
                  extension by its day
  confirmations   applied for within 30 days of the agreement, accepted or
                  not within 3, reviewed within 30 (a warning from 15 on)
  visits missing  to the end of the quarter
  submission      by the 20th of the quarter’s last month

Rest days
  A statutory time limit that would end on a rest day ends on the next
  working day (Civil Procedure Law 85); a weekend day that is worked for a
  holiday is a working day. The court’s own days are not moved; it only
  says “20 Sep is a Saturday: please hand it in by 19 Sep”.
  Holidays are known up to 2026. Those of later years the office writes
  into holidays.json in the workspace, see FORMAT.md; without them only
  weekends count, and it says so.

How a day was found
  --debug adds the article that each day rests on; an entry that is shown
  has its time limits too:

  ledger agenda --debug --today 2024-9-18
  ledger visit show 7kq2 --judge li-min

Into the calendar of a phone or computer
  Write a calendar file and open it there. No party’s name is in it.

  ledger agenda --ics agenda.ics --today 2024-9-18

  Written again, the same items are updated, not doubled. A file of this
  name that ledger did not make is not overwritten, but with --force.
`,
  },
  {
    name: 'report',
    title: 'A judge’s own ledgers and tables',
    text: `
At the end of a quarter a judge prints the ledgers, signs them, and hands
them to the filing division with the tables. This makes the two workbooks,
in reports, in the folder 2024Q3:

  ledger report --quarter 2024Q3 --judge li-min

  li-min-台账.xlsx   the ten ledgers, a sheet each
  li-min-报表.xlsx   表一 (visits and contacts) and 表二 (trials and
                     mediation), a row for each of the judge’s towns; below
                     表二 there is room to write problems and suggestions

In a workspace with your ledger alone, --judge can be left out. In that of
the research office, without --judge, a pair is made for every judge:

  ledger report --quarter 2024Q3

Printing and signing
  The last line of every sheet is for the judge, the posted judge, the
  contact leader and the filing division to sign. Nothing in the program
  waits for a signature.
  Most sheets are for A4, on its long side; a few ledgers with many columns
  and both tables are for A3. Without such a printer, let it scale to A4,
  or change the template (ledger help template).

While the quarter is not over, it is as of today, or as of the day that
--as-of names:

  ledger report --quarter 2024Q3 --judge li-min --as-of 2024-9-15

What is listed
  Events such as visits: those of the quarter. What begins and ends, such
  as disputes and cases: what began in it, ended in it, or is still open.
  The tables count 旧存, 新收, 办结 and 未结 by these days, and a formula
  below them says whether they add up.
  Only your own ledger is counted. Where a colleague serves the same town,
  the remarks say so. A town that is not yours but has entries of yours has
  a row too, so that the total is that of your ledgers.

A workbook that somebody has changed since is not overwritten (exit code
5); add --force to do so. Doubtful entries are listed all the same, and what
is doubtful is printed on the screen.

The sealed file
  Beside what is signed, a sealed file goes to the filing division:

  ledger submit --quarter 2024Q3 --judge li-min

  It shows how many entries there are, whether the visits suffice and
  what the contact leader was not told of, and asks first. The file lies
  in submissions, in the folder 2024Q3, as .json and with the same
  content as .txt: send either, and change nothing in it. The seal code
  of eight digits and letters tells over the telephone whether it is the
  same file; it does not prove who handed it in.
  Problems met at work, and suggestions, are given with --problems.
  It also makes a cover sheet in 2024Q3 of the reports folder, to print,
  sign and hand in with the file.
  What is entered or changed afterwards goes into the next attempt, by
  the same command.
`,
  },
  {
    name: 'consolidate',
    title: 'Consolidating a quarter',
    text: `
Once judges have handed in, take what they sent; files, folders or a whole
stick (in the sample it lies in submissions):

  ledger submit --quarter 2024Q3 --judge li-min
  ledger receive submissions --on 2024-09-19 --filing-on 2024-09-18

  It says of every file what became of it, and makes receipts in reports.
  --on is the office’s day, --filing-on the filing division’s, which
  decides whether a judge is late. Where two contradict each other, ask
  the judge and run --accept with the seal code; to give one back, run
  --return with the seal code and --reason.

  ledger status --quarter 2024Q3

  Who has handed in, who has not, who was late, and a line to remind the
  others.

Then merge: what was handed in, else the ledger that is here, else the
judge is 未报. That makes two workbooks: 汇总台账.xlsx, one sheet for each
ledger, and 季度汇总表.xlsx with the tables by town (表一, 表二), by type
of dispute and by department, quota, submissions, what was handed in or
changed later, problems met at work, and findings.

  ledger consolidate --quarter 2024Q3

For a whole year, into 年度汇总台账.xlsx and 年度汇总表.xlsx:

  ledger consolidate --year 2024

They lie in reports, in the folder 2024Q3; -o chooses another folder.
While the quarter is not over, it is consolidated as of today, or as of the
day that --as-of names:

  ledger consolidate --quarter 2024Q3 --as-of 2024-9-15 --dry-run

What is merged
  From all ledgers in the ledgers folder that can be read: the entries whose
  day lies in the quarter, and not after the as-of day, and that were not
  removed. A file must be called by its judge’s id, such as li-min.json;
  copies like “li-min (1).json” are left out, so that nothing counts twice.

Not reported (未报)
  A liaison judge who had a town in the quarter and whose ledger file is not
  there is not reported; that is never taken for 0 visits. Put the ledger
  into the folder when it comes, and consolidate again.

The quarter before, the same of last year, the year to date
  All are worked out anew from the ledgers at hand, each as of its own last
  day. Where there is nothing to compare with, or 0, there is “—”. The sums
  below a table (旧存＋新收＝办结＋未结) are formulas and check themselves.

Off the roster (名册外)
  Entries of a town that the roster does not know stand last, count in the
  totals, and are named among the findings. Where a town was renamed, give
  it an alias on the roster.

Ledgers that cannot be read
  They are named with the reason, the others are merged, and the exit code
  is 7. With --strict nothing is merged then, and the exit code is 3.
  All exit codes: ledger help codes

Workbooks that somebody changed
  A workbook that was changed by hand since it was made is not overwritten;
  nothing is written, and the exit code is 5. Save the changed one under
  another name and run the command again, or add --force to overwrite it.
  Close a workbook that is open in Excel or WPS first.

The same ledgers and the same as-of day make the same workbooks, byte for
byte. The letters and digits behind a file’s name are its digest: where two
digests are equal, the contents are.
`,
  },
  {
    name: 'bulletin',
    title: 'Drafting the bulletin',
    text: `
Drafts the notice of a quarter that goes to all departments and liaison
judges, a Word document on A4:

  ledger bulletin --quarter 2024Q3

It is 情况通报.docx in reports, in the folder 2024Q3; -o chooses another
folder. While the quarter is not over it is as of today, or as of the day
that --as-of names, and says so:

  ledger bulletin --quarter 2024Q3 --as-of 2024-9-18 --dry-run

What the program writes
  一  the figures, against the quarter before and the same of last year;
     where there is nothing to compare with, it says so.
  二  a paragraph a town; one not reported for is named, never 0.
  三  visits against the quota, who is short only once the quarter is over,
     who handed in, was late, has to mend it, or has not reported.
  五  how much is open or overdue, and how many opinions deputies gave.
  Attached are 表一 and 表二. The figures are those of 季度汇总表.

What is left to a person
  Its number, 四 (good practice), what the problems and opinions of 五 are,
  六 (next steps) and the day it is signed. Write them in Word or WPS, and
  name no parties, deputies or villagers.

Masked
  It is always the edition for outside: judges and towns are named, nobody
  else, and no text of an entry is taken. The finished file is looked
  through once more, and not written where it tells a name or a number; nor
  where the ledger of a judge can’t be read, since nobody knows the names
  in it. More on masks: ledger help masked

Its look
  Copy the template out:

  ledger template export 情况通报

  Change fonts and words in Word or WPS and keep it in templates; the next
  bulletin uses it. The marks that it may have:

  ledger template fields 情况通报

One that somebody changed since is not overwritten (exit code 5), for that
is what you wrote. To draft it anew, save it under another name and add
--force.
`,
  },
  {
    name: 'masked',
    title: 'Masked editions',
    text: `
Workbooks that go round within the court, or leave it, are made masked:

  ledger consolidate --quarter 2024Q3 --masked
  ledger consolidate --year 2024 --masked=external

Within the court (--masked; file names end in -院内流转版)
  Parties, deputies and other people are 梁某, those who would share a mask
  梁某1, 梁某2; compound surnames stay whole (欧阳某). Identity, telephone,
  bank-card, plate and certificate numbers and addresses below the village
  become （已隐去）, and so do a deputy’s unit and phone. Judges and
  leaders are named; mediators where a sheet says who mediated, while among
  the people met or responsible they are masked like everybody else.

Outside of it (--masked=external; file names end in -对外通报版)
  Parties are 当事人甲、乙, a deputy is 一名县人大代表, places are towns,
  and no text that somebody wrote freely is shown: mediators whose field
  says anything but recognised names, places and offices are （略）. Cases
  of families, minors, private prosecution, mediation and confirmation bear
  no number: （2024）粤5321民初×号. The list of findings stays inside.

All figures are those of the full version. The last line of every sheet is
for the person who looks through it before it goes round.

The review
  Names in fields of persons (former values too) and in the roster are
  masked wherever they occur, also with blanks between their characters.
  Traditional characters and 梁/大/强 are known too. What can’t be read in
  a field of persons is （已隐去） and marked in front of the list: people
  in it may be named elsewhere. Outside, parties that can’t be told apart
  are 当事人 without letters.
  A name or nickname that is registered nowhere can’t be known to a
  program; 林阿婆, 吴婶, 小苏 and 阿强 are told by their form. So the texts,
  as masked, are listed on the terminal, those first that may still name
  somebody, and the workbooks are written on a yes; texts that are unchanged
  are counted there. Where nobody can be asked (--no-input, -y, --json) the
  workbooks are written, with a warning where a text is marked.
  Beside them lies a list of the texts (.txt) with what the ledgers say: it
  holds personal data and must not go round. --dry-run only shows.

  What was missed is reworded in the ledger, or the name is put into a field
  of persons; then make the edition again. Where a ledger cannot be read no
  masked edition is made (exit code 3): the names in it are not known.

A template names no persons and no numbers and embeds no other files: a
masked workbook that still tells something is not made, with exit code 3.
`,
  },
  {
    name: 'export',
    title: 'Entries for other programs',
    text: `
For statistics, or for tables of your own, entries can be exported. One
ledger into a file that Excel and WPS open:

  ledger export --kind visit --quarter 2024Q3 -o visits.csv

All ledgers, a file each, into the folder “tables”:

  ledger export -o tables

For programs, as the ledgers hold them, with the history of every entry:

  ledger export --format json -o all.json
  ledger export --format ndjson -o all.ndjson

In the office’s workspace these are the entries of all judges; --judge takes
one judge’s. --quarter chooses as it does in list; without it, every entry
that is not removed is exported.

Mind
  Nothing is masked: there are parties’ names and other personal data in it.
  Keep it safe, delete it after use, and pass it to nobody.
  What begins with = + - or @ gets an apostrophe (') in front, or Excel
  would take it for a formula.
  Excel may cut long numbers short when it opens a csv: do not save it from
  there. To print, use the workbooks of report and consolidate.
  Write with -o. The > of Windows PowerShell changes the encoding.
`,
  },
  {
    name: 'template',
    title: 'Changing the templates',
    text: `
The templates are ordinary Excel files. Change what you like: fonts, widths,
the order of columns, words, a logo. The program fills what you made.

First, copy the built-in ones into the workspace’s templates folder

  ledger template export

Second, change them there in Excel or WPS and save them.
  Keep their names: 汇总台账.xlsx serves the ledgers, 法官报表.xlsx each
  judge’s tables, and so on.

Third, check them. When all is well, nothing is printed.

  ledger template check

  Fonts that some office computers lack, such as 方正小标宋简体, are named
  once with what is shown instead; where they are installed, all is well.
  Marks that nobody would see are named too, and print areas and titles
  that don’t fit the list.

Fourth, consolidate as ever; yours are used. Which ones are in use:

  ledger template list

Marks
  A name in braces is replaced when the template is filled: {法院} {季度}
  {统计期} {截至日}, or {court} {quarter} {period} {asOf}. All names:

  ledger template fields 汇总台账

  Chinese and English names mean the same, and ｛｝ is understood too.
  Alone in its cell, a day is a real date and a number a real number; a mark
  may also stand inside text.

The detail row
  The row with a mark such as {走访座谈.日期} or {visit.date} is repeated
  for every entry, with its style, height, merges and formulas. A row
  belongs to one list only; several lists may stand on a sheet, one below
  the other. {visit.no} is the running number. Where a sheet has one list,
  {.date} will do. For a brace itself, write two of them: {{
  Totals and signatures below move down; =SUM(F5:F5) grows.
  Without entries the row stays once and says 无.
  Merged cells must not reach from the detail row into the rows below.

Forms without marks can be filled, too
  Where the heads of a sheet are called like the fields, the rows go in from
  the first empty bordered row.

Charts, pictures, stamps, comments, sparklines, conditional formats,
validations and Excel tables go with the rows. What cannot be filled safely
is refused, with sheet and cell, and never filled wrongly: a detail row that
is the head of an Excel table, or lies in a pivot table or in an array
formula over several rows, say. Move it elsewhere, or delete it.

If a template is spoilt
  Delete it from templates, and the built-in one is used again; or export it
  anew:

  ledger template export 汇总台账 --force
`,
  },
  {
    name: 'roster',
    title: 'The roster',
    text: `
The roster is roster.json in the workspace: the court, the rules, contact
leaders, towns with their villages, posted judges and liaison judges. The
research office keeps it, and everybody has a copy.

Who serves which town in a quarter; check the roster

  ledger roster show --quarter 2024Q3
  ledger roster check

roster check prints nothing when all is well. It names what stands twice, a
misspelt town, days in the wrong order, and what a town lacks of liaison
judge, posted judge, contact leader, centre, circuit-trial point, tribunal.

Changing it
  Open roster.json in Notepad, change it, save it as UTF-8, check again. If
  something is wrong, you are told the line and the column.

When somebody leaves
  Don’t delete the person. Give the assignment its last day (to), and add
  the new person with a first day (from). Quarters before the change keep
  showing who served then.

  { "town": "河头镇", "from": "2024-07-01", "to": "2024-08-16" }

When a town or village is renamed
  Write the new name, and put the old one among its aliases. What was
  entered before stays as it is and is counted together.

Roles
  "role": "liaison" keeps a ledger; "posted" is only named on the sheets. An
  id has small letters, digits and hyphens; it is the name of the ledger’s
  file as well, so don’t change it later.
`,
  },
  {
    name: 'files',
    title: 'Files, backups and what to do when something is lost',
    text: `
What lies in the workspace
  roster.json              the roster
  ledgers/li-min.json      the ledgers, one for each liaison judge
  reports/2024Q3/          the workbooks that were made
  templates/               the office’s own templates, if any
  backups/                 earlier versions of the ledgers

They are ordinary files: copy them, back them up, carry them on a USB stick.
Nothing is sent anywhere.

What is promised
  a. After any crash the ledger is the whole old or the whole new version.
  b. “Saved” is printed only after the bytes and the name are on the
     medium, as far as the medium tells the truth.
  c. No change by another program is overwritten without a word; both
     versions are kept.
  d. The last 20 versions of a ledger, and the last one of each of the last
     30 days, lie in backups, and can be brought back.
Not promised: lying USB sticks, deletion by the owner, two machines writing
over a cloud-synced folder at once.

Checking all files

  ledger check

When all is well it prints nothing and ends with 0. It also tells of
histories that contradict their entries, an older copy put back, a save
overwritten by another, damaged backups, copies and leftovers, marks of use
of runs that died, an entry in two ledgers, invisible characters, names that
look alike and a wrong clock: with file, line, entry and field, and what to
do next.

When nothing can be saved, or Chinese is garbled: the PC and the folder

  ledger doctor

It tries whether the folder can be saved in, looks at the room on the disk,
the clock, and whether the folder lies in OneDrive or the like, and checks
the roster and the templates. It touches no ledger and leaves no file.

What the files must be like, for editors and other programs (JSON Schema):

  ledger schema
  ledger schema roster

A ledger cannot be opened, is gone, or its content is lost
  The program never puts an empty ledger over it, and names the command that
  helps. To see which backups there are:

  ledger backup list --judge li-min

  To bring one of them back, such as version 12:
    ledger backup restore 12 --judge li-min
  It lists what differs and asks first. What is brought back becomes the
  newest version; the file that was there becomes a backup, or is kept
  beside it with .damaged- in its name where it cannot be read.

“This is an older copy”
  Somebody has copied an old file back, without what was entered since; the
  program does not write to it. Put the latest file back, or bring a backup
  back as above; to go on with the file that is there now:
    ledger backup restore --current --judge li-min

“The file is encoded in GBK” (or UTF-16)
  An editor changed the encoding. To change it back, keeping the old file:

  ledger repair --from-encoding gbk

“Another program changed the ledger”
  What you entered is not lost: it is in the ledgers folder, in a file with
  .conflict- in its name. Compare the two, enter again what is missing, and
  move it away.

“The ledger is in use”
  Another window or another PC is saving; it is waited for up to 5 seconds.
  Try again when it has finished.
  If it stays so after a crash, and nobody else is saving, let go of it:

  ledger unlock

“Another program seems to have the ledger open”
  An editor or office program left its sign beside it, such as
  ~$li-min.json. Close it first; if nothing has it open and the sign is
  still there, delete that file, or add --force.

Two PCs
  Copy the other PC’s ledger to a USB stick and merge its file here.
  Entries are compared by their histories. What was changed on both PCs is
  named, and nothing is merged until you say which side stands; the other
  side stays in the history.

  ledger merge ledgers/li-min.json --judge li-min --dry-run
  ledger merge ledgers/li-min.json --judge li-min --prefer mine

Erasing by law
  Where somebody has a right to be forgotten, one field of an entry can be
  erased in the ledger, the entry’s history and all backups. That it was,
  when and why is kept; what it was is not, and nothing brings it back.
  Workbooks, submissions and copies elsewhere are named, not changed.

  ledger redact visit-240703-7kq2 --judge li-min --field met --reason law

Your own backups
  Copy the whole workspace. A copy on a USB stick before leaving the office
  is a good habit. When copying back, don’t put the old over the new.
`,
  },
  {
    name: 'dates',
    title: 'Writing days and quarters',
    text: `
If today is 18 September 2024, all of these are 12 September:

  2024-09-12    2024-9-12     2024/9/12     2024.9.12
  20240912      2024年9月12日  9月12日       9-12

  And: today, yesterday (今天 昨天 前天). Full-width digits will do.
  Without a year it is the latest such day not after today: today, 12-30 is
  30 December of last year.

Not understood
  24-9-12        a year of two digits could be any
  2024-02-30     the calendar has no such day
  days to come   only what has happened can be entered
  1999-12-31     before the year 2000

Quarters

  2024Q3    Q3    this    last    2024年第三季度    三季度

  Without a year it is the latest such quarter that has begun.
  Quarters are those of the calendar, from January, April, July and October;
  a roster may have them run from the 21st to the 20th instead.

Examples

  ledger visit list --from 2024-7-1 --to 2024/7/31
  ledger quota --quarter Q3

“Today” is the day in Beijing. To see how another day would be, add --today:

  ledger quota --today 2024-9-18
`,
  },
  {
    name: 'codes',
    title: 'Exit codes',
    text: `
The exit code is a number that a command leaves for other programs. In daily
work nobody needs it. echo %ERRORLEVEL% shows it on Windows, echo $? on
Linux.

  0    done; a judge who has not reported is no failure of consolidate
  1    the answer is no: check found an error (with --strict also a
       warning), or quota --strict found a town short
  2    wrong usage: an unknown command or option, a required field that is
       missing, a bad day, an unknown judge or id
  3    a file that is needed is invalid: a ledger, the roster, a template
  4    an older copy was put back, or a backup is damaged; nothing was
       written
  5    in use, or changed by somebody else (a workbook changed by hand,
       too); nothing was written
  6    the disk failed, or a file is open in Excel or WPS; nothing changed
  7    done with reservations: some ledgers could not be read, or the disk
       did not confirm
  8    the program itself made a mistake
  130  you declined, or pressed Ctrl and C

Whether all towns reached the quota:

  ledger quota --quarter 2024Q4 --strict --today 2025-1-6

A mistyped option:

  ledger quota --quater 2024Q3
  (you are asked whether you meant --quarter: exit code 2)
`,
  },
].map(({ text, ...topic }) => ({ ...topic, text: text.trim() }));
