using System.Collections.Concurrent;
using CallRouting.PhoneNetwork.Engine;
using NodaTime;

namespace CallRouting.Scenarios.Day;

/// <summary>
/// A day at the contact centre: callers come by the half hours' profile, agents and officers do their work, all on the real server, the real
/// phone network and one manual clock. People act on what they hear and what their console is told; nobody polls.
/// </summary>
public sealed class SimulatedDay : IAsyncDisposable
{
    // Half a second: shorter than anybody's reaction, and long enough that what falls due together is done together.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Overtime = TimeSpan.FromHours(1);

    private readonly World world;
    private readonly DayPlan plan;
    private readonly Agenda agenda;
    private readonly OfficerHands officers;
    private readonly Watch watch;
    private readonly ConcurrentQueue<TimelineEvent> heard = new();
    private readonly Dictionary<string, CallerHands> callers = [];
    private readonly Dictionary<string, CallerHands> bySid = [];
    private readonly HashSet<CallerHands> onLine = [];
    private readonly Dictionary<string, AgentHands> agents;
    private readonly HttpClient console;

    private SimulatedDay(World world, DayPlan plan, Country country)
    {
        (this.world, this.plan) = (world, plan);
        agenda = new Agenda(world.Time);
        officers = new OfficerHands(world, new Draws(plan.Seed + 3), country.Offices);
        watch = new Watch(world, officers);
        console = world.Api("agent");
        agents = Enumerable
            .Range(1, plan.Agents)
            .Select(i => new AgentHands(world, console, agenda, new Draws(plan.Seed + 100 + i), call => Ledger![call].Caller, i))
            .ToDictionary(agent => agent.Id);
        Ledger = new Ledger(world, agenda, officers, agents, new Draws(plan.Seed + 4), sid => bySid[sid]);
        Plan(country);
    }

    public World World => world;

    public Ledger Ledger { get; }

    public Watch Watch => watch;

    public DateTimeOffset Opened { get; private set; }

    public int Dialled => callers.Count;

    /// <summary>All agents' time at work, without pauses.</summary>
    public TimeSpan TimeAtWork => agents.Values.Aggregate(TimeSpan.Zero, (sum, agent) => sum + agent.TimeAtWork);

    public static async Task<SimulatedDay> Of(DayPlan plan)
    {
        var country = new Country();
        var names = Enumerable.Range(1, plan.Agents).Select(i => $"Agent {i}");
        var world = await World.At("2026-11-18 09:00", new Population(country.Offices) { Agents = [.. names] });
        return new SimulatedDay(world, plan, country);
    }

    /// <summary>Lives the day, until the last caller has hung up.</summary>
    /// <param name="soFar">Asked every half hour, and told how long the day has lasted.</param>
    public async Task Live(Func<TimeSpan, Task> soFar)
    {
        Opened = agenda.Now;
        await world.Phones.Listen(Note);
        await officers.ComeToWork();
        foreach (var (agent, i) in agents.Values.Select((agent, i) => (agent, i)))
        {
            // Lunch from eleven, a few at a time.
            await agent.ComesToWork(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(30) * (i * 4 / agents.Count));
        }
        var closing = Opened + Since(plan.Until);
        var (looks, tells) = (Opened, Opened);
        while (agenda.Now < closing || (onLine.Count > 0 && agenda.Now < closing + Overtime))
        {
            await world.Steps(Step);
            await React();
            if (agenda.Now >= looks)
            {
                looks += TimeSpan.FromSeconds(10);
                await watch.Listens(onLine, agenda.Now);
            }
            if (agenda.Now >= tells)
            {
                tells += TimeSpan.FromMinutes(30);
                await soFar(agenda.Now - Opened);
            }
        }
        await world.Settle();
        await React();
    }

    public async ValueTask DisposeAsync()
    {
        console.Dispose();
        await world.DisposeAsync();
    }

    private void Plan(Country country)
    {
        var mix = new Mix(country, new Draws(plan.Seed + 1));
        var hands = new Draws(plan.Seed + 2);
        var prompted = new Prompted(world.FlowFolder);
        foreach (var (at, i) in Arrivals.Of(plan, new Draws(plan.Seed)).Select((at, i) => (at, i)))
        {
            var number = $"+4716{100_000 + i}";
            agenda.After(at, () => Dials(new CallerHands(world, agenda, prompted, hands, number, mix.Next())));
        }
        agenda.After(Since(plan.Until), GoHome);
    }

    private async Task Dials(CallerHands caller)
    {
        callers.Add(caller.Number, caller);
        await caller.Dials();
        bySid.Add(caller.Sid, caller);
        onLine.Add(caller);
    }

    private async Task GoHome()
    {
        foreach (var agent in agents.Values)
        {
            await agent.MayGoHome();
        }
        agenda.After(TimeSpan.FromMinutes(1), GoHome);
    }

    private static TimeSpan Since(LocalTime time) => TimeSpan.FromTicks(Period.Between(DayPlan.Opening, time, PeriodUnits.Ticks).Ticks);

    // On the network's thread: what matters is kept for the step's end.
    private void Note(TimelineEvent happened)
    {
        if (
            happened.What is "heard" or "participant-join" or "participant-leave"
            || happened.What.StartsWith("call-", StringComparison.Ordinal)
        )
        {
            heard.Enqueue(happened);
        }
    }

    private async Task React()
    {
        do
        {
            while (heard.TryDequeue(out var happened))
            {
                watch.Sees(happened);
                await Hears(happened);
            }
            await Ledger.CatchUp();
            if (!await agenda.DoDue())
            {
                return;
            }
            await world.Settle();
        } while (true);
    }

    private async Task Hears(TimelineEvent happened)
    {
        if (happened.Phone is not { } phone)
        {
            return;
        }
        if (callers.TryGetValue(phone, out var caller))
        {
            await Hears(caller, happened);
        }
        else if (Watch.IsOver(happened.What))
        {
            await (
                officers.Has(phone) ? officers.Prepares(phone)
                : agents.Values.FirstOrDefault(agent => agent.Station == phone) is { } agent ? agent.WillAnswer()
                : Task.CompletedTask
            );
        }
    }

    private async Task Hears(CallerHands caller, TimelineEvent happened)
    {
        if (happened is { What: "heard", Detail: { } words })
        {
            caller.Hears(words);
        }
        else if (happened.What == "call-in-progress")
        {
            caller.PicksUp();
            onLine.Add(caller);
        }
        else if (Watch.IsOver(happened.What))
        {
            await caller.Over();
            onLine.Remove(caller);
        }
    }
}
