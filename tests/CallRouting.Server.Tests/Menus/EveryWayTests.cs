using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Queue;
using NodaTime;

namespace CallRouting.Server.Tests.Menus;

/// <summary>Goes every way through the national flow, with every key at every step, for every kind of caller.</summary>
public sealed class EveryWayTests
{
    private static readonly string[] OneKey = ["", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", "11"];

    private static readonly string[] Digits =
    [
        "",
        "1481",
        "0151",
        "7010",
        "6008",
        "0000",
        "24680",
        "13579",
        "11111",
        "90000001",
        "82000000",
        "16",
        "3",
        "*",
        "#",
    ];

    private static IEnumerable<TestCaseData> EveryKindOfCaller() =>
        from now in new[] { Caller.At(2026, 11, 18, 10), Caller.At(2026, 11, 21, 12) }
        from ending in new[] { "67", null }
        from office in new UnitNumber?[] { null, new("0233") }
        from emergency in new PhoneNumber?[] { null, new("+4767000001") }
        from queue in new[] { QueueFacts.Nobody, new(2, 3, null, false), new(40, 3, Duration.FromMinutes(30), true) }
        select new TestCaseData(now, ending, office, emergency, queue).SetArgDisplayNames(
            now.ToString(),
            ending ?? "withheld",
            office is null ? "national" : "office",
            emergency is null ? "no municipal number" : "municipal number",
            queue.Pool == 0 ? "nobody at work"
                : queue.Overloaded ? "overloaded"
                : "agents at work"
        );

    [TestCaseSource(nameof(EveryKindOfCaller))]
    public void Every_key_is_answered_and_silence_always_comes_to_an_end(
        Instant now,
        string? ending,
        UnitNumber? office,
        PhoneNumber? emergency,
        QueueFacts queue
    )
    {
        var facts = Norway.FactsOf(now, ending, office, emergency, queue);
        var ahead = new Queue<MenuVisit>();
        var seen = new HashSet<string>();
        foreach (var entry in Flows.National.Content.Entries.Keys)
            Take(MenuWalk.Enter(Flows.National, entry, new MenuVisit(), facts));

        while (ahead.TryDequeue(out var visit))
        {
            foreach (var keys in MenuWalk.Ask(Flows.National, visit, facts).Expecting!.NumDigits == 1 ? OneKey : Digits)
                Take(MenuWalk.Hear(Flows.National, visit, keys, facts));
            EndsInSilence(visit, facts);
        }

        Assert.That(seen, Has.Count.GreaterThan(50));

        void Take(MenuTurn turn)
        {
            Assert.That(turn.Speech.Count > 0 || turn.Outcome is MenuOutcome.Connect or MenuOutcome.WaitForAgent, turn.Visit.Node);
            if (turn.Outcome is MenuOutcome.Forward)
            {
                Take(MenuWalk.Forwarded(Flows.National, turn.Visit, answered: true, facts));
                Take(MenuWalk.Forwarded(Flows.National, turn.Visit, answered: false, facts));
            }
            Assert.That(turn.Speech.All(spoken => !spoken.Text.Contains('{') && spoken.Text.Length > 0), turn.Visit.Node);
            if (turn.Outcome is MenuOutcome.Connect)
                Assert.That(ending is not null || turn.Visit.CallbackNumber is not null || turn.Visit.Code is not null, "can be met again");
            if (turn.Expecting is not null && seen.Add(JsonSerializer.Serialize(turn.Visit)))
                ahead.Enqueue(turn.Visit);
        }
    }

    private static void EndsInSilence(MenuVisit visit, MenuFacts facts)
    {
        var turn = MenuWalk.Hear(Flows.National, visit, "", facts);
        for (var silences = 1; turn.Outcome is null; silences++)
        {
            Assert.That(silences, Is.LessThan(15), $"from {visit.Node}");
            turn = MenuWalk.Hear(Flows.National, turn.Visit, "", facts);
        }
    }
}
