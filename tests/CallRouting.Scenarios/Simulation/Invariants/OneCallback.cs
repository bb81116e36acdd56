using CallRouting.Core.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>
/// 3. Whoever met nobody, and is owed something, has exactly one call-back per call and duty line and one flag for it: never none, never two.
/// </summary>
internal static class OneCallback
{
    public const string Missing = "no call-back";
    public const string Twice = "two open call-backs";

    private static readonly Question[] Questions =
    [
        new(
            $"{Twice} of one call and line",
            "select call_id from callbacks where state = 'open' group by call_id, line_id having count(*) > 1"
        ),
        new(
            "a call-back without exactly one flag",
            "select call_id from callbacks b where (select count(*) from flags f where f.callback_id = b.id) <> 1"
        ),
        new(
            $"{Missing} by the line of a transfer that reached nobody",
            """
            select call_id from transfers t
            where  state in ('Unanswered', 'Abandoned') and kind <> 'Callback'
            and    not exists (select 1 from callbacks b where b.call_id = t.call_id and b.line_id = t.line_id)
            """
        ),
        new(
            $"{Missing} for a caller in need who left menu or queue and met nobody",
            $"""
            select id from calls c
            where  state = 'Ended' and (urgency = '{nameof(Urgency.Urgent)}' or unit_number is not null)
            and    not exists (select 1 from timeline t where t.call_id = c.id and t.kind in ('{CallStories.WithAgent}', 'connected'))
            and    not exists (select 1 from callbacks b where b.call_id = c.id)
            """
        ),
    ];

    public static Task<IReadOnlyList<Breach>> Check(UnitOfWork unit) => Question.AskAll(3, Questions, unit);
}
