using CallRouting.Server.Database;
using CallRouting.Server.Live;

namespace CallRouting.Scenarios;

/// <summary>What a simulated day needs of its world.</summary>
public sealed partial class World
{
    private readonly Timeline timeline = new();

    /// <summary>One short step of the clock, and everything that follows from it.</summary>
    public async Task Steps(TimeSpan step)
    {
        Time.Step(step);
        await Settle();
    }

    /// <summary>What has been told since, as every console is told it.</summary>
    public Task<IReadOnlyList<TimelineEvent>> ToldAfter(long sequence) => Read(unit => timeline.After(sequence, int.MaxValue, unit));

    /// <summary>Asks the database itself, where no screen tells.</summary>
    public Task<T> Read<T>(Func<UnitOfWork, Task<T>> question) => new Reads(Engine).Ask(question);
}
