using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Queue;
using NodaTime;

namespace CallRouting.Server.Tests.Menus;

/// <summary>
/// Somebody with a telephone in the national flow. After every key the visit goes through JSON, as it does through the database,
/// and a repeated request must say the same.
/// </summary>
internal sealed class Caller
{
    private static readonly Instant WednesdayMorning = OsloTime.At(new LocalDate(2026, 11, 18), new LocalTime(10, 0)).ToInstant();

    private readonly List<MenuEffect> effects = [];
    private MenuTurn? turn;

    public Flow Flow { get; init; } = Flows.National;

    public Instant Now { get; init; } = WednesdayMorning;

    public string? NumberEnding { get; init; } = "67";

    public UnitNumber? OfficeCalled { get; init; }

    public PhoneNumber? EmergencyNumber { get; init; }

    /// <summary>Agents are at work unless a test says otherwise.</summary>
    public QueueFacts Queue { get; init; } = new(2, 3, Duration.FromMinutes(2), Overloaded: false);

    public MenuVisit Visit { get; private set; } = new();

    public MenuTurn Turn => turn ?? throw new InvalidOperationException("The caller has not dialled.");

    public IReadOnlyList<MenuEffect> Effects => effects;

    public string Heard => string.Join(' ', Turn.Speech.Select(spoken => spoken.Text));

    public static Instant At(int year, int month, int day, int hour, int minute = 0) =>
        OsloTime.At(new LocalDate(year, month, day), new LocalTime(hour, minute)).ToInstant();

    public Caller Dials() => Enters(OfficeCalled is null ? Entries.Start : Entries.Office);

    public Caller Enters(string entry) => Takes(MenuWalk.Enter(Flow, entry, Visit, Facts));

    /// <summary>One after the other; "" is silence.</summary>
    public Caller Presses(params string[] keys)
    {
        foreach (var key in keys)
            Takes(MenuWalk.Hear(Flow, Visit, key, Facts));
        return this;
    }

    public Caller SaysNothing() => Presses("");

    public Caller Hears(string words)
    {
        Assert.That(Heard, Does.Contain(words));
        return this;
    }

    public Caller HearsPrompts(params string[] ids)
    {
        Assert.That(Turn.Speech.Select(spoken => spoken.PromptId), Is.EqualTo(ids));
        return this;
    }

    public void IsConnectedTo(string unit, string? callback = null) =>
        Assert.That(Turn.Outcome, Is.EqualTo(new MenuOutcome.Connect(new UnitNumber(unit), callback)), Heard);

    /// <summary>Waits for an agent, who sees which office it is and hands over.</summary>
    public void IsHandedOverTo(string unit)
    {
        Assert.That((Turn.Outcome, Visit.Office), Is.EqualTo((new MenuOutcome.WaitForAgent(), (UnitNumber?)new UnitNumber(unit))), Heard);
        Assert.That(Turn.Speech[^1].PromptId, Is.EqualTo("to_agent"));
    }

    public void WaitsForAHuman() => Assert.That(Turn.Outcome, Is.InstanceOf<MenuOutcome.WaitForAgent>(), Heard);

    public Caller IsSentOnTo(string number)
    {
        Assert.That((Turn.Outcome as MenuOutcome.Forward)?.Number.Number.E164, Is.EqualTo(number), Heard);
        return this;
    }

    /// <summary>Back from another number.</summary>
    public Caller ComesBack(bool answered) => Takes(MenuWalk.Forwarded(Flow, Visit, answered, Facts));

    public void IsSaidGoodbye()
    {
        Assert.That(Turn.Outcome, Is.InstanceOf<MenuOutcome.HangUp>(), Heard);
        Assert.That(Turn.Speech[^1].PromptId, Is.EqualTo("goodbye"));
    }

    private MenuFacts Facts => Norway.FactsOf(Now, NumberEnding, OfficeCalled, EmergencyNumber, Queue);

    private Caller Takes(MenuTurn taken)
    {
        turn = taken;
        effects.AddRange(taken.Effects);
        Visit = JsonSerializer.Deserialize<MenuVisit>(JsonSerializer.Serialize(taken.Visit))!;

        var again = MenuWalk.Ask(Flow, Visit, Facts);
        Assert.That(again.Speech, Is.EqualTo(taken.Speech), "a repeated request says the same");
        Assert.That(again.Expecting, Is.EqualTo(taken.Expecting));
        Assert.That(again.Outcome, Is.EqualTo(taken.Outcome));
        Assert.That(again.Effects, Is.Empty);
        Assert.That(taken.Expecting is null, Is.EqualTo(taken.Outcome is not null), "either a key is waited for, or the menu is over");
        return this;
    }
}
