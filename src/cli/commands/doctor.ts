import type { Command } from '../command.ts';
import { doctorRows } from '../doctor-rows.ts';
import { STRICT_OPTION } from '../findings-answer.ts';
import { isOn } from '../given.ts';
import { doctorState, doctorTable } from '../render/doctor.ts';
import { findingJson } from '../render/findings.ts';

/** `ledger doctor`: tries out the place the program works in. It reads no ledger and leaves nothing behind. */
export const doctor: Command = {
  options: [STRICT_OPTION],
  examples: ['doctor', 'doctor --json'],
  run: async (context, given) => {
    const { messages, style, environment } = context;
    const rows = await doctorRows(context);
    const findings = rows.flatMap((row) => row.findings);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const failed = isOn(given, 'strict') ? findings.length > 0 : errors > 0;
    return {
      json: {
        checks: rows.map((row) => ({ check: row.subject, state: doctorState(row) })),
        findings: findings.map((finding) => findingJson(messages, finding)),
      },
      text: doctorTable(messages, style, rows, environment.stdout.columns),
      notes: findings.length === 0 ? [] : [messages.check.counts(errors, findings.length - errors)],
      ...(failed ? { exit: 1 } : {}),
    };
  },
};
