using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Something that lasts, half-open. <paramref name="Rank"/> is its place in the roster.</summary>
internal readonly record struct Timed<T>(Instant From, Instant To, int Rank, T What);

/// <summary>What runs at a moment, in the roster's order. Asked for moments that only move forward, so each thing is looked at once.</summary>
internal sealed class Running<T>
{
    private readonly List<Timed<T>> all;
    private readonly List<Timed<T>> now = [];
    private int next;

    public Running(List<Timed<T>> all)
    {
        this.all = all;
        all.Sort(static (one, other) => one.From != other.From ? one.From.CompareTo(other.From) : one.Rank.CompareTo(other.Rank));
    }

    public List<Timed<T>> At(Instant moment)
    {
        for (var i = now.Count - 1; i >= 0; i--)
            if (now[i].To <= moment)
                now.RemoveAt(i);
        for (; next < all.Count && all[next].From <= moment; next++)
            if (all[next].To > moment)
                Insert(all[next]);

        return now;
    }

    private void Insert(Timed<T> begun)
    {
        var place = now.Count;
        while (place > 0 && now[place - 1].Rank > begun.Rank)
            place--;
        now.Insert(place, begun);
    }
}
