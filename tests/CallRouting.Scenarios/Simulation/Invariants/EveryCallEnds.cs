using CallRouting.Core.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>1. Every inbound call ends in exactly one terminal state, and its timeline says why. A kept place may wait for the morning.</summary>
internal static class EveryCallEnds
{
    private static readonly Question[] Questions =
    [
        new(
            "the call is still going on",
            """
            select id from calls c
            where  state <> 'Ended'
            and    not (state = 'Waiting' and away = @yes
                        and exists (select 1 from callbacks b where b.call_id = c.id and b.line_id is null and b.state = 'open'))
            """
        ),
        new(
            "the call has ended, and its timeline does not say so exactly once with a reason",
            $"""
            select id from calls c
            where  state = 'Ended'
            and    (ended_because is null
                    or (select count(*) from timeline t where t.call_id = c.id and t.kind = '{CallStories.Ended}') <> 1)
            """
        ),
        new(
            "a transfer goes on in a call that has ended",
            """
            select call_id from transfers t
            where  ended_at is null
            and    exists (select 1 from calls c where c.id = t.call_id and c.state = 'Ended')
            """
        ),
        new("the provider's call has two calls of ours", "select min(id) from calls group by sid having count(*) > 1"),
        new(
            "a phone is held for a leg that has ended",
            "select l.call_id from reservations r join legs l on l.id = r.leg_id where l.ended_at is not null"
        ),
    ];

    public static Task<IReadOnlyList<Breach>> Check(UnitOfWork unit) => Question.AskAll(1, Questions, unit);
}

/// <summary>Finds the calls that break a rule, so that an empty answer is a good one.</summary>
/// <param name="Sql">Its only column is a call's id. @yes is a flag that is set, as the engine has it.</param>
internal sealed record Question(string Rule, string Sql)
{
    public static async Task<IReadOnlyList<Breach>> AskAll(int invariant, IEnumerable<Question> questions, UnitOfWork unit)
    {
        var breaches = new List<Breach>();
        foreach (var question in questions)
        {
            breaches.AddRange(
                (await unit.Query<string>(question.Sql, new { yes = true })).Select(call => new Breach(invariant, question.Rule, call))
            );
        }
        return breaches;
    }
}
