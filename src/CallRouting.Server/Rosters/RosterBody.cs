using CallRouting.Core.Rosters;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>A line's roster in JSON, for requests and for the table of versions: layers and rules. Leave, swaps and overrides stand beside it.</summary>
/// <param name="Layers">In the order in which they are rung; left out: primary and backup.</param>
public sealed record RosterBody(IReadOnlyList<LayerBody>? Layers, IReadOnlyList<RuleBody>? Rules)
{
    public static RosterBody Of(Roster roster) => new([.. roster.Layers.Select(LayerBody.Of)], [.. roster.Rules.Select(RuleBody.Of)]);
}

/// <param name="Role">Primary, Backup, Third, Fourth or Fifth.</param>
/// <param name="Name">As the office calls it.</param>
/// <param name="Fallback">Ids of who is on duty when nobody else is: the first of them who is not on leave.</param>
public sealed record LayerBody(string? Role, string? Name, IReadOnlyList<string>? Fallback)
{
    public static LayerBody Of(Layer layer) => new(layer.Role.ToString(), layer.Name, layer.Fallback);
}

/// <summary>One rule: somebody's own shift, or a rotation. Which it is follows from whether it names one officer or an order.</summary>
/// <param name="Id">Stays the same when the rule is edited, for swaps refer to it. At most 36 characters.</param>
/// <param name="Role">The layer that it staffs.</param>
/// <param name="Days">Weekdays on which a duty begins: <c>mon-fri</c>, <c>mon,wed</c>.</param>
/// <param name="From">HH:mm, wall time in Norway.</param>
/// <param name="To">HH:mm; not later than From: on the next day.</param>
/// <param name="ValidFrom">yyyy-MM-dd, the first date on which a duty begins; of a rotation also the first turn.</param>
/// <param name="ValidTo">yyyy-MM-dd, the last; left out: until the roster changes.</param>
/// <param name="OnHolidays">Also on public holidays.</param>
/// <param name="Officer">Of a shift: whose it is.</param>
/// <param name="Rotation">Of a rotation: the rest of it.</param>
public sealed record RuleBody(
    string? Id,
    string? Role,
    string? Days,
    string? From,
    string? To,
    string? ValidFrom,
    string? ValidTo,
    bool OnHolidays,
    string? Officer,
    RotationBody? Rotation
)
{
    public static RuleBody Of(RosterRule rule) =>
        new(
            rule.Id.Value,
            rule.Role.ToString(),
            WeekdayWords.Write(rule.Week.Days),
            WallTime.Write(rule.Week.From),
            WallTime.Write(rule.Week.To),
            LocalDatePattern.Iso.Format(rule.ValidFrom),
            rule.ValidTo is { } last ? LocalDatePattern.Iso.Format(last) : null,
            rule.OnHolidays,
            (rule as Shift)?.OfficerId,
            rule is Rotation rotation ? RotationBody.Of(rotation) : null
        );
}

/// <param name="Order">Ids in the order in which they take turns.</param>
/// <param name="Turn">How many units a turn lasts, 1 to 366.</param>
/// <param name="Unit">Hour, Day, DutyDay or Week.</param>
/// <param name="HandOver">HH:mm, when one takes over from another.</param>
/// <param name="HandOverDay">Of weeks: <c>mon</c> to <c>sun</c>; left out: the weekday of ValidFrom.</param>
/// <param name="StartsWith">Whose turn the first is: a place in the order, from 0.</param>
public sealed record RotationBody(
    string? Name,
    IReadOnlyList<string>? Order,
    int Turn,
    string? Unit,
    string? HandOver,
    string? HandOverDay,
    int StartsWith
)
{
    public static RotationBody Of(Rotation rotation) =>
        new(
            rotation.Name,
            rotation.Order,
            rotation.Length.Count,
            rotation.Length.Unit.ToString(),
            WallTime.Write(rotation.HandOver),
            rotation.HandOverDay is { } day ? WeekdayWords.Write(WeekdaysExtensions.Of(day)) : null,
            rotation.StartsWith
        );
}
