namespace CallRouting.Core.Offices;

/// <summary>Slips of the fingers while somebody waits at the other end.</summary>
internal static class Slips
{
    private const int Shortest = 4;

    /// <summary>One letter wrong, missing or too many, or two neighbours that changed places. Short words are all alike, so they do not count.</summary>
    public static bool IsOneAway(string typed, string name)
    {
        if (Math.Min(typed.Length, name.Length) < Shortest || Math.Abs(typed.Length - name.Length) > 1)
        {
            return false;
        }
        var same = typed.AsSpan().CommonPrefixLength(name);
        var left = typed.AsSpan(same);
        var right = name.AsSpan(same);
        return left.Length == 0
            || right.Length == 0
            || left[1..].SequenceEqual(right[1..])
            || left[1..].SequenceEqual(right)
            || left.SequenceEqual(right[1..])
            || (left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
