using CallRouting.Core.Offices;

namespace CallRouting.Core.Transfers;

/// <summary>What an officer's keys mean who passes a caller on. Silence and other keys are asked again, until the time is up.</summary>
public static class PassOnRules
{
    private const char Unknown = '#';

    /// <param name="keys">What was pressed; empty for silence.</param>
    /// <param name="officeAt">The one office of a postcode, or null.</param>
    public static PassOnAnswer Hear(PassOnQuestion question, string keys, Func<string, UnitNumber?> officeAt) =>
        (question.Asks, keys) switch
        {
            (PassOnAsks.WhereTo, "1") => new PassOnAnswer.Back(),
            (PassOnAsks.WhereTo, "2") => new PassOnAnswer.ToContactCentre(WrongOffice: false),
            (PassOnAsks.WhereTo, "3") => Ask(question with { Asks = PassOnAsks.Postcode }),
            (PassOnAsks.WhereTo, "4") => Ask(question with { Asks = PassOnAsks.Postcode, WrongOffice = true }),
            (PassOnAsks.Postcode or PassOnAsks.AnotherPostcode, { Length: > 0 }) => Entered(question, keys, officeAt),
            (PassOnAsks.IsItRight, "1") when officeAt(question.Postcode!) is { } office => new PassOnAnswer.ToOffice(
                office,
                question.WrongOffice
            ),
            (PassOnAsks.IsItRight, "2") => Ask(question with { Asks = PassOnAsks.Postcode, Postcode = null }),
            _ => Ask(question),
        };

    // A # after some digits means the same as alone: whoever does not know it gives up what they began.
    private static PassOnAnswer Entered(PassOnQuestion question, string keys, Func<string, UnitNumber?> officeAt) =>
        keys.Contains(Unknown, StringComparison.Ordinal) ? new PassOnAnswer.ToContactCentre(question.WrongOffice)
        : officeAt(keys) is null ? Ask(question with { Asks = PassOnAsks.AnotherPostcode })
        : Ask(question with { Asks = PassOnAsks.IsItRight, Postcode = keys });

    private static PassOnAnswer.Ask Ask(PassOnQuestion question) => new(question);
}

/// <summary>What follows from an officer's keys.</summary>
public abstract record PassOnAnswer
{
    public sealed record Ask(PassOnQuestion Question) : PassOnAnswer;

    public sealed record Back : PassOnAnswer;

    public sealed record ToContactCentre(bool WrongOffice) : PassOnAnswer;

    public sealed record ToOffice(UnitNumber Office, bool WrongOffice) : PassOnAnswer;
}
