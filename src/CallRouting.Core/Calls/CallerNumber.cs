using System.Text.RegularExpressions;

namespace CallRouting.Core.Calls;

/// <summary>
/// The number that a caller rings from, or that it is withheld. A call to social services is sensitive in itself,
/// so this never prints its digits: whoever needs them says <see cref="Reveal"/>, and the edge logs that.
/// </summary>
public sealed partial record CallerNumber
{
    private readonly PhoneNumber? number;

    private CallerNumber(PhoneNumber? number, bool canBeRung)
    {
        this.number = number;
        CanBeRung = canBeRung;
    }

    /// <summary>The caller hides the number, or the network did not tell one that belongs to the caller.</summary>
    public static CallerNumber Withheld { get; } = new(null, canBeRung: false);

    public bool IsWithheld => number is null;

    /// <summary>A Norwegian number that the number plan lets us ring back without asking anybody.</summary>
    public bool CanBeRung { get; }

    /// <summary>Known, but of another country: a human decides whether to call back (toll fraud).</summary>
    public bool IsForeign => number is { IsNorwegian: false };

    /// <summary>Neither we nor a human could ring it, so the caller is asked for another number.</summary>
    public bool MustAskForNumber => !CanBeRung && !IsForeign;

    /// <summary>The last two digits, for «som slutter på …»; null when withheld.</summary>
    public string? Ending => number?.E164[^2..];

    /// <summary>The number itself, or null when withheld. Revealing it to a person is logged by who asks.</summary>
    public PhoneNumber? Reveal() => number;

    /// <summary>What the phone provider sent as From: E.164, a word such as «anonymous», or anything else (contract §0).</summary>
    public static CallerNumber FromProvider(string? from, NumberPlan plan)
    {
        if (from is null || !E164().IsMatch(from) || SpelledOnKeys.Contains(from))
            return Withheld;

        return Of(new PhoneNumber(from), plan);
    }

    /// <summary>A number that is known: from the network, keyed in by the caller, or read back from the database.</summary>
    public static CallerNumber Of(PhoneNumber number, NumberPlan plan) =>
        // One of our own numbers as the caller's is a switchboard's diversion: whoever rang the switchboard is not told.
        plan.IsOurs(number)
            ? Withheld
            : new CallerNumber(number, plan.MayRing(number));

    public override string ToString() => IsWithheld ? "withheld" : "••••••••";

    // A withheld number can also arrive as its word on the keys: ANONYMOUS, RESTRICTED, UNAVAILABLE, UNKNOWN, BLOCKED, PRIVATE.
    private static readonly HashSet<string> SpelledOnKeys =
    [
        "+266696687",
        "+7378742833",
        "+86282452253",
        "+8656696",
        "+2562533",
        "+7748283",
    ];

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
