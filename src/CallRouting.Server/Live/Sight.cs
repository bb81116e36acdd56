using CallRouting.Server.SignIn;

namespace CallRouting.Server.Live;

/// <summary>What somebody may see of the timeline as it grows: everything, or what is about their offices.</summary>
/// <param name="Units">Unit numbers; null: everything.</param>
public sealed record Sight(IReadOnlySet<string>? Units)
{
    public static Sight Everything { get; } = new((IReadOnlySet<string>?)null);

    /// <summary>Officers and leads see what their own offices are named in: neither other offices, nor agents, nor calls without an office.</summary>
    public static Sight Of(Who who) => who.IsBoundToUnits ? new(who.Units.ToHashSet()) : Everything;

    public bool Sees(TimelineEvent told) => Units is null || (told.Unit is { } unit && Units.Contains(unit));
}
