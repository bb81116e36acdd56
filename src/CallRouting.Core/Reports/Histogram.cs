using System.Collections.Immutable;
using System.Globalization;

namespace CallRouting.Core.Reports;

/// <summary>
/// How often each whole number of seconds was measured. Two are added without loss, so that a median of a year is as exact as one of a day.
/// Immutable; equal when they hold the same.
/// </summary>
public sealed class Histogram : IEquatable<Histogram>
{
    private readonly ImmutableArray<Bar> bars;

    private Histogram(ImmutableArray<Bar> bars)
    {
        this.bars = bars;
        foreach (var bar in bars)
        {
            Count += bar.Times;
        }
    }

    public static Histogram Empty { get; } = new([]);

    /// <summary>How many were measured.</summary>
    public long Count { get; }

    /// <summary>The middle one; the lower of two in the middle. Null where nothing was measured.</summary>
    public int? Median => Percentile(50);

    /// <summary>Nine of ten took at most this long.</summary>
    public int? P90 => Percentile(90);

    /// <summary>In rising order of seconds, none of them with no times.</summary>
    public IReadOnlyList<Bar> Bars => bars;

    public static Histogram Of(params IEnumerable<int> seconds) => Gather(seconds.Select(second => new Bar(second, 1)));

    /// <summary>The same seconds may be named more than once.</summary>
    public static Histogram Gather(IEnumerable<Bar> bars) =>
        new([
            .. bars.GroupBy(bar => bar.Seconds)
                .Select(same => new Bar(same.Key, same.Sum(bar => bar.Times)))
                .Where(bar => bar.Times > 0)
                .OrderBy(bar => bar.Seconds),
        ]);

    public static Histogram operator +(Histogram one, Histogram other) =>
        one.Count == 0 ? other
        : other.Count == 0 ? one
        : new(Merge(one.bars, other.bars));

    /// <summary>The smallest measured number that so many of a hundred do not exceed (the nearest rank: always one that was measured).</summary>
    /// <param name="percent">1 to 100.</param>
    public int? Percentile(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(percent is >= 1 and <= 100, true);
        var rank = (Count * percent + 99) / 100;
        foreach (var bar in bars)
        {
            rank -= bar.Times;
            if (rank <= 0)
            {
                return bar.Seconds;
            }
        }
        return null;
    }

    /// <summary>How many took so many seconds or fewer.</summary>
    public long UpTo(int seconds) => bars.TakeWhile(bar => bar.Seconds <= seconds).Sum(bar => bar.Times);

    /// <summary>As it is stored: "11 14x2 20".</summary>
    public override string ToString() => string.Join(' ', bars);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Histogram Read(string text)
    {
        var bars = ImmutableArray.CreateBuilder<Bar>(4);
        foreach (var part in text.AsSpan().Split(' '))
        {
            if (text.AsSpan(part) is { Length: > 0 } bar)
            {
                bars.Add(Bar.Read(bar));
            }
        }
        return bars.Count == 0 ? Empty : new(bars.ToImmutable());
    }

    public bool Equals(Histogram? other) => other is not null && bars.AsSpan().SequenceEqual(other.bars.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Histogram);

    public override int GetHashCode() => HashCode.Combine(Count, Median);

    private static ImmutableArray<Bar> Merge(ImmutableArray<Bar> one, ImmutableArray<Bar> other)
    {
        var merged = ImmutableArray.CreateBuilder<Bar>(one.Length + other.Length);
        var (i, j) = (0, 0);
        while (i < one.Length && j < other.Length)
        {
            merged.Add(
                one[i].Seconds == other[j].Seconds ? new(one[i].Seconds, one[i++].Times + other[j++].Times)
                : one[i].Seconds < other[j].Seconds ? one[i++]
                : other[j++]
            );
        }
        merged.AddRange(one.AsSpan()[i..]);
        merged.AddRange(other.AsSpan()[j..]);
        return merged.DrainToImmutable();
    }
}

/// <param name="Seconds">0 or more.</param>
public readonly record struct Bar(int Seconds, long Times)
{
    internal static Bar Read(ReadOnlySpan<char> text) =>
        text.IndexOf('x') is var cross and >= 0 ? new(Number(text[..cross]), Number(text[(cross + 1)..])) : new(Number(text), 1);

    public override string ToString() =>
        Times == 1 ? Seconds.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Seconds}x{Times}");

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
