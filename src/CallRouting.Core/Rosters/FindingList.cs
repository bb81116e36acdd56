using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Findings of one line as they are met, in order of time; the same concern going on is one finding.</summary>
internal sealed class FindingList(DutyLine line)
{
    private readonly List<Finding> all = [];
    private readonly Dictionary<Concern, int> latest = [];

    public IReadOnlyList<Finding> All => all;

    public void Add(Instant from, Instant to, Concern what)
    {
        if (latest.TryGetValue(what, out var place) && all[place].To >= from)
        {
            all[place] = all[place] with { To = Instant.Max(all[place].To, to) };
            return;
        }

        latest[what] = all.Count;
        all.Add(new(line.Id, line.Unit, from, to, what));
    }
}
