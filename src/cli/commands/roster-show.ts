import { periodOf } from '../../domain/quarter.ts';
import { basisOf, leadersOf, liaisonsOf, partOf, postedOf, type Service } from '../../domain/roster.ts';
import { loadRoster } from '../../store/rosters.ts';
import type { Command } from '../command.ts';
import { QUARTER_OPTION, quarterFor } from '../quarters.ts';
import { show } from '../render/show.ts';
import { table } from '../render/table.ts';

/** `ledger roster show`: who serves which town in a quarter. */
export const rosterShow: Command = {
  options: [QUARTER_OPTION],
  examples: ['roster show', 'roster show --quarter 2024Q3'],
  run: async (context, given) => {
    const { messages } = context;
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const quarter = quarterFor(context, roster, given);
    const period = periodOf(quarter, basisOf(roster));
    const names = (services: readonly Service<{ readonly name: string }>[]): string =>
      messages.list.join(
        services.map((service) => {
          const { from, to } = partOf(service, period);
          return show(messages.roster.served(service.person.name, from, to));
        }),
      );
    const { heads } = messages.roster;
    const rows = roster.towns.map((town) => [
      show(town.name),
      names(leadersOf(roster, town.name, period)),
      names(postedOf(roster, town.name, period)),
      names(liaisonsOf(roster, town.name, period)),
      String(town.villages.length),
      show(town.circuitPoint?.plaqueOn ?? '-'),
    ]);
    const points = roster.towns.filter(({ circuitPoint }) => circuitPoint).length;
    return {
      json: { quarter, roster },
      text: [
        context.style.heading(messages.roster.title(show(roster.court.name), quarter)),
        table(
          [
            { head: heads.town },
            { head: heads.leaders },
            { head: heads.posted },
            { head: heads.liaisons },
            { head: heads.villages, right: true },
            { head: heads.circuitPoint },
          ],
          rows,
        ),
        messages.roster.summary(
          roster.towns.length,
          roster.judges.filter(({ role }) => role === 'liaison').length,
          points,
        ),
      ].join('\n'),
    };
  },
};
