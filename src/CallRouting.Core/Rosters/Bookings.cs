using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Who is on duty where and when, over all lines: finds people and numbers that are in two places at once.</summary>
internal sealed class Bookings(IReadOnlyList<CoveredLine> lines, CoverageFacts facts)
{
    private readonly Dictionary<string, List<Booking>> byOfficer = [];

    private readonly record struct Booking(int Line, string OfficerId, Instant From, Instant To);

    /// <summary>A line's periods; its layers are one place.</summary>
    public void Add(int line, IReadOnlyList<IReadOnlyList<DutyPeriod>> layers)
    {
        foreach (var periods in layers)
        foreach (var period in periods)
        foreach (var posting in period.Staffing.OnDuty)
            Add(new(line, posting.OfficerId, period.From, period.To));
    }

    public IEnumerable<Finding> Clashes() => [.. DoubleBookings(), .. SharedNumbers()];

    private void Add(Booking booking)
    {
        if (!byOfficer.TryGetValue(booking.OfficerId, out var own))
            byOfficer[booking.OfficerId] = own = [];
        if (own is [.., var last] && last.Line == booking.Line && last.To == booking.From)
            own[^1] = last with { To = booking.To };
        else
            own.Add(booking);
    }

    private IEnumerable<Finding> DoubleBookings() =>
        byOfficer
            .Values.Where(own => own.Exists(booking => booking.Line != own[0].Line))
            .SelectMany(own =>
                Overlaps(own, static (_, _) => true, (one, other) => new DoubleBooking(one.OfficerId, IdOf(other), UnitOf(other)))
            );

    private IEnumerable<Finding> SharedNumbers() =>
        byOfficer
            .Keys.Where(facts.Officers.ContainsKey)
            .SelectMany(id => facts.Officers[id].Phones.Select(phone => (phone, Id: id)))
            .ToLookup(pair => pair.phone, pair => pair.Id)
            .Where(owners => owners.Skip(1).Any())
            .SelectMany(owners =>
                Overlaps(
                    [.. owners.Distinct().SelectMany(id => byOfficer[id])],
                    (one, other) => one.OfficerId != other.OfficerId && UnitOf(one) != UnitOf(other),
                    (one, other) => new SharedNumber(owners.Key, one.OfficerId, other.OfficerId, IdOf(other), UnitOf(other))
                )
            );

    /// <summary>Told of both lines, each from its own side.</summary>
    private IEnumerable<Finding> Overlaps(
        IEnumerable<Booking> bookings,
        Func<Booking, Booking, bool> clash,
        Func<Booking, Booking, Concern> what
    )
    {
        var found = new Dictionary<int, FindingList>();
        var running = new List<Booking>();
        foreach (var booking in bookings.OrderBy(booking => booking.From))
        {
            running.RemoveAll(earlier => earlier.To <= booking.From);
            foreach (var other in running.Where(other => other.Line != booking.Line && !Agreed(other, booking) && clash(other, booking)))
            {
                var until = Instant.Min(other.To, booking.To);
                ListOf(booking).Add(booking.From, until, what(booking, other));
                ListOf(other).Add(booking.From, until, what(other, booking));
            }
            running.Add(booking);
        }
        return found.Values.SelectMany(list => list.All);

        FindingList ListOf(Booking booking) =>
            found.TryGetValue(booking.Line, out var list) ? list : found[booking.Line] = new(lines[booking.Line].Line);
    }

    private bool Agreed(Booking one, Booking other) =>
        lines[one.Line].Agreement is { } agreement && agreement == lines[other.Line].Agreement;

    private DutyLineId IdOf(Booking booking) => lines[booking.Line].Line.Id;

    private Offices.UnitNumber UnitOf(Booking booking) => lines[booking.Line].Line.Unit;
}
