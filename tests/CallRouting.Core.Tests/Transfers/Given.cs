using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>What a story of a transfer starts from: officers, rungs, ladders, and how the caller came.</summary>
internal static class Given
{
    public static readonly Instant Ten = Instant.FromUtc(2026, 11, 18, 9, 0);

    public static Reachable Officer(string name) => new($"officer-{name}", name, PhoneOf(name));

    public static Reachable OnPause(this Reachable officer) => officer with { Paused = true };

    /// <summary>Two people who share one duty phone.</summary>
    public static Reachable WithThePhoneOf(this Reachable officer, string name) => officer with { Phone = PhoneOf(name) };

    public static PhoneNumber PhoneOf(string name) =>
        new($"+474{name.Aggregate(0, (number, letter) => ((number * 31) + letter) % 10_000_000):0000000}");

    /// <summary>Named after whom it rings; one by one, 20 s each.</summary>
    public static Rung Rung(params string[] names) => Rung([.. names.Select(Officer)]);

    public static Rung Rung(params Reachable[] people) =>
        new(string.Join(" and ", people.Select(who => who.Name)), people, Duration.FromSeconds(20));

    public static Rung Together(params string[] names) => Rung(names) with { Together = true };

    public static Rung EmptyRung { get; } = new("nobody", [], Duration.FromSeconds(20));

    public static Ladder Ladder(params Rung[] rungs) => new(rungs, Rounds: 1, Duration.FromSeconds(120));

    /// <summary>A rung for each name.</summary>
    public static Ladder Ladder(params string[] names) => Ladder([.. names.Select(name => Rung(name))]);

    public static TransferStory Direct(Ladder ladder, bool urgent = false) => Begin(ladder, urgent, agent: false, onLine: true);

    public static TransferStory Direct(params string[] names) => Direct(Ladder(names));

    /// <summary>An agent and the caller talk in a room already.</summary>
    public static TransferStory Warm(Ladder ladder, bool urgent = false) => Begin(ladder, urgent, agent: true, onLine: true);

    public static TransferStory Warm(params string[] names) => Warm(Ladder(names));

    /// <summary>Nobody is on the line: the caller is to be rung when an officer has accepted.</summary>
    public static TransferStory CallingBack(Ladder ladder) => Begin(ladder, urgent: false, agent: false, onLine: false);

    public static TransferStory CallingBack(params string[] names) => CallingBack(Ladder(names));

    public static Transfer Transfer(Ladder ladder, bool urgent, bool agent, bool onLine) =>
        new()
        {
            Id = new("transfer"),
            Call = new("call"),
            Ladder = ladder,
            State = new Ringing(Ringing.OnceMore),
            StartedAt = Ten,
            ClimbSince = Ten,
            Urgent = urgent,
            HasAgent = agent,
            CallerIsOnLine = onLine,
            CallerIsInRoom = agent,
            Room = agent ? 1 : 0,
        };

    private static TransferStory Begin(Ladder ladder, bool urgent, bool agent, bool onLine) => new(Transfer(ladder, urgent, agent, onLine));
}
