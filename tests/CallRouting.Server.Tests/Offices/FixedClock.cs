namespace CallRouting.Server.Tests.Offices;

/// <summary>Noon in Oslo on 18 November 2026, for ever.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 18, 11, 0, 0, TimeSpan.Zero);
}
