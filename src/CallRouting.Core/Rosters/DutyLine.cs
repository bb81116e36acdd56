using CallRouting.Core.Offices;

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
/// <param name="IsOutOfService">Nobody is rung; the caller is told at once.</param>
public sealed record DutyLine(
    DutyLineId Id,
    UnitNumber Unit,
    string Name,
    string? TargetGroup = null,
    bool IsGeneral = false,
    bool IsOutOfService = false
);
