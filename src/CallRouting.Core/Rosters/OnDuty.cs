using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Who must answer a line at a moment, in the roster's order. Computed whenever it is asked, never stored.</summary>
/// <param name="Layers">In the order in which they are rung.</param>
public sealed record OnDuty(IReadOnlyList<LayerOnDuty> Layers)
{
    public IReadOnlyList<Officer> Primary => In(DutyRole.Primary);

    public IReadOnlyList<Officer> Backup => In(DutyRole.Backup);

    /// <summary>Everybody once, primary first.</summary>
    public IEnumerable<Officer> Everybody => Layers.SelectMany(layer => layer.Officers).DistinctBy(officer => officer.Id);

    public bool IsNobody => Layers.All(layer => layer.Officers.Count == 0);

    public static OnDuty At(LineRoster roster, Instant now) =>
        new([.. Timetable.At(roster.Roster, now).Select(staffing => new LayerOnDuty(staffing, Officers(staffing, roster.Officers)))]);

    public IReadOnlyList<Officer> In(DutyRole role) => Layers.FirstOrDefault(layer => layer.Staffing.Role == role)?.Officers ?? [];

    private static IReadOnlyList<Officer> Officers(Staffing staffing, IReadOnlyList<Officer> known) =>
        [.. staffing.OnDuty.Select(posting => known.FirstOrDefault(officer => officer.Id == posting.OfficerId)).OfType<Officer>()];
}

/// <param name="Staffing">Who it is and why.</param>
/// <param name="Officers">Those of them who are still among the office's people, with their phones.</param>
public sealed record LayerOnDuty(Staffing Staffing, IReadOnlyList<Officer> Officers);
