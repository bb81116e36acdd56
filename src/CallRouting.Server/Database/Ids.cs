using System.Buffers.Binary;

namespace CallRouting.Server.Database;

/// <summary>
/// UUID v7 (RFC 9562) as lower-case text, from the world's own clock and randomness, so that a run can be replayed. A process counts those of
/// one millisecond in the twelve bits after it (§6.2, method 1): they rise in the order of their making, and "order by id" is that order.
/// </summary>
public sealed class Ids(TimeProvider clock, Random random)
{
    private const ulong MostInAMillisecond = 1 << 12;

    // Millisecond and count, as one number that only ever rises.
    private ulong last;

    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        ulong moment;
        lock (random)
        {
            random.NextBytes(bytes);
            last = Math.Max(last + 1, (ulong)clock.GetUtcNow().ToUnixTimeMilliseconds() * MostInAMillisecond);
            moment = last;
        }
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((moment / MostInAMillisecond) << 16) | 0x7000 | (moment % MostInAMillisecond));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
