using CallRouting.Core.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Day;

/// <summary>
/// What must hold when the day is over (architecture §3, invariants 1, 3 and 5), asked of the database. Each question finds the calls that break
/// a rule, so that an empty answer is a good one. Silence, and who met whom on the telephone, is <see cref="Watch"/>'s.
/// </summary>
public static class Invariants
{
    private static readonly (string Rule, string Sql)[] Rules =
    [
        (
            "a call is still going on, and is no kept place with a call-back that is owed",
            """
            select id from calls c
            where  state <> 'Ended'
            and    not (state = 'Waiting' and away = @yes
                        and exists (select 1 from callbacks b where b.call_id = c.id and b.line_id is null and b.state = 'open'))
            """
        ),
        (
            "a call has ended, and its timeline does not say so exactly once with a reason",
            $"""
            select id from calls c
            where  state = 'Ended'
            and    (ended_because is null
                    or (select count(*) from timeline t where t.call_id = c.id and t.kind = '{CallStories.Ended}') <> 1)
            """
        ),
        (
            "two open call-backs of one call and line",
            "select call_id from callbacks where state = 'open' group by call_id, line_id having count(*) > 1"
        ),
        (
            "a call-back without exactly one flag",
            "select call_id from callbacks b where (select count(*) from flags f where f.callback_id = b.id) <> 1"
        ),
        (
            "a transfer that reached nobody, and no call-back by its line",
            """
            select call_id from transfers t
            where  state in ('Unanswered', 'Abandoned') and kind <> 'Callback'
            and    not exists (select 1 from callbacks b where b.call_id = t.call_id and b.line_id = t.line_id)
            """
        ),
        (
            "a caller in need left menu or queue, met nobody, and is owed nothing",
            $"""
            select id from calls c
            where  state = 'Ended' and (urgency = '{nameof(Urgency.Urgent)}' or unit_number is not null)
            and    not exists (select 1 from timeline t where t.call_id = c.id and t.kind in ('{CallStories.WithAgent}', 'connected'))
            and    not exists (select 1 from callbacks b where b.call_id = c.id)
            """
        ),
        (
            "a phone is held for a leg that has ended",
            "select l.call_id from reservations r join legs l on l.id = r.leg_id where l.ended_at is not null"
        ),
    ];

    /// <summary>Every breach, one line each: the rule and the call.</summary>
    public static Task<List<string>> Breaches(World world) =>
        world.Read(async unit =>
        {
            var breaches = new List<string>();
            foreach (var (rule, sql) in Rules)
            {
                breaches.AddRange((await unit.Query<string>(sql, new { yes = true })).Select(call => $"{rule}: {call}"));
            }
            return breaches;
        });
}
