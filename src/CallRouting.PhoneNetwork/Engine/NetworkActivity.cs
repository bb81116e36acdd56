namespace CallRouting.PhoneNetwork.Engine;

/// <summary>Whether the network has anything to do right now. A test that owns the clock advances it only when this and the product are idle.</summary>
public sealed class NetworkActivity
{
    private readonly EventLoop loop;

    private readonly Parking parking;

    internal NetworkActivity(EventLoop loop, Parking parking) => (this.loop, this.parking) = (loop, parking);

    /// <summary>True when no engine work is queued and no webhook is in flight. Timers that wait for the clock do not count as work.</summary>
    public bool Idle => loop.Idle;

    /// <summary>Completes when <see cref="Idle"/> has become true; by the time it is looked at, something may have begun anew.</summary>
    public Task WhenIdle() => loop.WhenIdle();

    /// <summary>
    /// Requests of the product that the network holds back until the clock has moved: slow ones and those that hang. They are not work, and nothing
    /// more comes of them at this moment. Never counts one whose client already knows that the wait is over.
    /// </summary>
    public int Parked => parking.Count;

    /// <summary>Called after each change of <see cref="Parked"/>, on any thread.</summary>
    public event Action? ParkedChanged
    {
        add => parking.Changed += value;
        remove => parking.Changed -= value;
    }
}
