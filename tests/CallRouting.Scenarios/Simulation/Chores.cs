using CallRouting.Scenarios.Simulation.Deaths;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Scenarios.Simulation;

/// <summary>
/// What a process does by itself, done when its loops would do it: what is due is begun as soon as it is due, and once a second somebody asks the
/// provider about whoever has been silent, and writes down who met the apology.
/// </summary>
internal sealed class Chores
{
    private static readonly TimeSpan Breather = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Life life;
    private readonly TimeProvider clock;
    private readonly Reads reads;
    private readonly ActionRunner actions;
    private readonly ActionStore due;
    private readonly Sweeper sweeper;
    private readonly Mishaps mishaps;
    private readonly MishapRunner mishapRunner;
    private Task? writing;
    private bool somethingWritten = true;
    private DateTimeOffset nextAction;
    private DateTimeOffset nextSecond;
    private DateTimeOffset nextSweep;

    public Chores(IServiceProvider process, Engine engine, Life life, TimeProvider clock)
    {
        (this.life, this.clock, reads) = (life, clock, new Reads(engine));
        actions = process.GetRequiredService<ActionRunner>();
        due = process.GetRequiredService<ActionStore>();
        sweeper = process.GetRequiredService<Sweeper>();
        mishaps = process.GetRequiredService<Mishaps>();
        mishapRunner = process.GetRequiredService<MishapRunner>();
        process.GetRequiredService<Writes>().Committed += () => somethingWritten = true;
        nextSecond = nextSweep = clock.GetUtcNow();
    }

    /// <summary>When there is something to do, if nothing happens before.</summary>
    public DateTimeOffset Next => nextAction < nextSweep ? nextAction : nextSweep;

    /// <summary>Begins what is due now, and waits for none of it. False when nothing was.</summary>
    public async Task<bool> Begin()
    {
        try
        {
            return await Act() | await OnceASecond();
        }
        // As the loops of a real process do: a word in the log, and another try.
        catch (Exception) when (!life.IsOver)
        {
            nextAction = clock.GetUtcNow() + Second;
            return false;
        }
        catch (DeadException)
        {
            return true;
        }
    }

    private async Task<bool> Act()
    {
        var now = clock.GetUtcNow();
        if (!somethingWritten && now < nextAction)
        {
            return false;
        }
        somethingWritten = false;
        if (await actions.Begin(life.End) > 0)
        {
            return somethingWritten = true;
        }
        // What is due and was not begun waits for the pace, or is in hand.
        nextAction = await reads.Ask(due.Next) is { } next ? Later(next, now + Breather) : DateTimeOffset.MaxValue;
        return false;
    }

    private async Task<bool> OnceASecond()
    {
        var now = clock.GetUtcNow();
        if (now < nextSecond)
        {
            return false;
        }
        nextSecond = now + Second;
        var asked = await sweeper.Begin(life.End);
        nextSweep = await reads.Ask(sweeper.Next) is { } next ? Later(next, nextSecond) : DateTimeOffset.MaxValue;
        if (mishaps.Unwritten > 0)
        {
            nextSweep = nextSecond;
            // Not waited for: it may try again when the clock has moved.
            writing = writing is { IsCompleted: false } ? writing : mishapRunner.RunOnce(life.End);
        }
        return asked > 0;
    }

    private static DateTimeOffset Later(Instant next, DateTimeOffset least) =>
        next.ToDateTimeOffset() is var at && at > least ? at : least;
}
