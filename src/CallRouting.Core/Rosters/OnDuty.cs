using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Who must answer a line at a moment, in the roster's order. Computed whenever it is asked, never stored.</summary>
public sealed record OnDuty(IReadOnlyList<Officer> Primary, IReadOnlyList<Officer> Backup)
{
    /// <summary>Everybody once, primary first.</summary>
    public IEnumerable<Officer> Everybody => Primary.Concat(Backup).DistinctBy(officer => officer.Id);

    public bool IsNobody => Primary.Count == 0 && Backup.Count == 0;

    public static OnDuty At(LineRoster roster, Instant now)
    {
        var running = roster.Shifts.Where(shift => shift.Covers(now)).ToLookup(shift => shift.Role);
        return new(Officers(running[DutyRole.Primary]), Officers(running[DutyRole.Backup]));

        IReadOnlyList<Officer> Officers(IEnumerable<Shift> shifts) =>
            [
                .. shifts
                    .Select(shift => roster.Officers.FirstOrDefault(officer => officer.Id == shift.OfficerId))
                    .OfType<Officer>()
                    .DistinctBy(officer => officer.Id),
            ];
    }
}
