using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>The key of a duty line, for example 0104-general. Given in the roster; at most 36 characters.</summary>
public readonly record struct DutyLineId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A duty phone (vakttelefon). An office has one for everybody, and may have more for single target groups.</summary>
/// <param name="Name">As officers and agents see it.</param>
/// <param name="TargetGroup">Whom the line is for, such as youth 18–24; null for everybody.</param>
/// <param name="IsGeneral">The line that a caller reaches who asked for the office; exactly one in an office.</param>
/// <param name="IsOutOfService">By the roster, until it is replaced: nobody is rung; the caller is told at once.</param>
/// <param name="TransfersOnly">Rung for callers whom an agent has spoken with (<see cref="DirectRules"/>).</param>
/// <param name="OutOfServiceUntil">Taken out of service by hand, until but not including this moment; null, or past: it is not.</param>
/// <param name="Agreement">Lines of several offices that name the same are kept together, by each other's people; null: kept by its office alone.</param>
public sealed record DutyLine(
    DutyLineId Id,
    UnitNumber Unit,
    string Name,
    string? TargetGroup = null,
    bool IsGeneral = false,
    bool IsOutOfService = false,
    bool TransfersOnly = false,
    Instant? OutOfServiceUntil = null,
    string? Agreement = null
)
{
    public bool IsOutOfServiceAt(Instant now) => IsOutOfService || OutOfServiceUntil > now;
}
