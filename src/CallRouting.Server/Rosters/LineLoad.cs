using CallRouting.Core.Calls;
using CallRouting.Server.Calls;

namespace CallRouting.Server.Rosters;

/// <summary>How callers came to a line in a period: whoever looks after it sees what the contact centre keeps away from it, and what not.</summary>
/// <param name="Direct">By the office's own number, without an agent.</param>
/// <param name="Menu">By the national number, without an agent.</param>
/// <param name="Transferred">By an agent, or passed on by another office.</param>
public sealed record LineLoad(string Line, DateTimeOffset From, DateTimeOffset To, LoadCount Direct, LoadCount Menu, LoadCount Transferred)
{
    /// <param name="own">The numbers that stand for the line's office. A call keeps the number, not what it stood for at the time.</param>
    public static LineLoad Of(string line, DateTimeOffset from, DateTimeOffset to, IEnumerable<LoadRow> rows, IReadOnlySet<PhoneNumber> own)
    {
        // A call-back is ours to make: no caller came.
        var byWay = rows.Where(row => row.Kind != nameof(TransferKind.Callback)).ToLookup(row => WayOf(row, own));
        return new(line, from, to, LoadCount.Of(byWay[Way.Direct]), LoadCount.Of(byWay[Way.Menu]), LoadCount.Of(byWay[Way.Transferred]));
    }

    private static Way WayOf(LoadRow row, IReadOnlySet<PhoneNumber> own) =>
        row.PassedOn || row.Kind != nameof(TransferKind.Direct) ? Way.Transferred
        : own.Contains(new PhoneNumber(row.NumberCalled)) ? Way.Direct
        : Way.Menu;

    private enum Way
    {
        Direct,
        Menu,
        Transferred,
    }
}

/// <param name="Offered">Transfers that began.</param>
/// <param name="Accepted">Those of them in which an officer pressed 1 and was in the room.</param>
public sealed record LoadCount(int Offered, int Accepted)
{
    public static LoadCount Of(IEnumerable<LoadRow> rows) => new(rows.Sum(row => row.Offered), rows.Sum(row => row.Accepted));
}
