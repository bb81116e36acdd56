namespace CallRouting.PhoneNetwork.Engine;

/// <summary>Whether the network has anything to do right now. A test that owns the clock advances it only when this and the product are idle.</summary>
public sealed class NetworkActivity
{
    private readonly EventLoop loop;

    internal NetworkActivity(EventLoop loop) => this.loop = loop;

    /// <summary>True when no engine work is queued and no webhook is in flight. Timers that wait for the clock do not count as work.</summary>
    public bool Idle => loop.Idle;
}
