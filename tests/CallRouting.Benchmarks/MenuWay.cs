using System.Reflection;
using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Server.Menus;
using CallRouting.Server.Offices;
using NodaTime;

namespace CallRouting.Benchmarks;

/// <summary>The national flow on the whole registers: 1, can wait, postcode 1481, yes.</summary>
internal sealed class MenuWay
{
    private static readonly string[] Keys = ["1", "2", "1481", "1"];

    private readonly Flow flow = FlowFiles
        .Read(FlowFolder, new NumberPlan([], demoNumbers: true))
        .Flows.Single(flow => flow.Name == "national");
    private readonly MenuFacts facts = Facts();

    public MenuTurn ToNittedal()
    {
        var turn = MenuWalk.Enter(flow, Entries.Start, new MenuVisit(), facts);
        foreach (var key in Keys)
        {
            turn = MenuWalk.Hear(flow, turn.Visit, key, facts);
        }
        return turn.Outcome is MenuOutcome.Connect ? turn : throw new InvalidOperationException($"The menu ended in {turn.Outcome}.");
    }

    private static MenuFacts Facts()
    {
        var now = OsloTime.At(new LocalDate(2026, 11, 18), new LocalTime(10, 0)).ToInstant();
        return new MenuFacts
        {
            Now = now,
            Places = new Places(RegisterFiles.Read(RegisterFiles.OwnFolder).Registers),
            Hours = OpeningHours.Default,
            Plan = new NumberPlan([]),
            CallerNumberEnding = "67",
            NumberShown = "55 55 33 33",
            OpenCallbackByCode = _ => null,
            FreshCode = () => "90210",
            CallbackDue = visit => DeadlineRules.DueAt(now, visit.Urgency, OpeningHours.Default, DeadlinePolicy.Default),
        };
    }

    private static string FlowFolder =>
        typeof(MenuWay).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "FlowFolder").Value!;
}
