using System.Security.Cryptography;
using System.Text;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Core.Supervision;

/// <summary>
/// The fact that a flag is raised for, so that it is raised once, whoever looks how often and after whichever restart. A key of 32
/// characters.
/// </summary>
public readonly record struct FlagFact
{
    private FlagFact(FlagKind kind, params string[] about) =>
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{string.Join('|', about)}")))[..32];

    public string Key { get; }

    /// <summary>The flag that comes with a call-back, or with its deadline.</summary>
    public static FlagFact OfCallback(FlagKind kind, string callback) => new(kind, callback);

    public static FlagFact OfCall(string call, string story) => new(FlagKind.CallerFailed, call, story);

    public static FlagFact OfLine(FlagKind kind, DutyLineId line, LocalDate day) => new(kind, line.Value, LocalDatePattern.Iso.Format(day));

    /// <param name="drill">What all notices of one drill share.</param>
    public static FlagFact OfPhone(string drill) => new(FlagKind.PhoneNotConfirmed, drill);

    /// <param name="transfer">The one that made it so many.</param>
    public static FlagFact OfPattern(string transfer) => new(FlagKind.ManyUnanswered, transfer);

    /// <param name="monday">Of the second week.</param>
    public static FlagFact OfWeeks(UnitNumber office, LocalDate monday) =>
        new(FlagKind.UnderTarget, office.Value, LocalDatePattern.Iso.Format(monday));

    public override string ToString() => Key;
}
