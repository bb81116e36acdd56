using System.Collections.Concurrent;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.Scenarios.Day;
using CallRouting.Scenarios.Simulation.Deaths;
using CallRouting.Scenarios.Simulation.Invariants;
using NodaTime;

namespace CallRouting.Scenarios.Simulation;

/// <summary>
/// One world: a busy period of a contact centre and its offices, lived from its first caller until nothing of it goes on any more. People act on
/// what they hear and on what their console tells; nobody polls.
/// </summary>
public sealed class SimulatedWorld : IAsyncDisposable
{
    // Callers a minute for each agent that is at work.
    private const double CallersAMinute = 18;
    private const int Agents = 16;
    private const string Opens = "2026-11-18 10:00";

    // From the last caller's dialling: the longest talk, ladders that are climbed again, and places that are kept.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private static readonly TimeSpan RingAgain = TimeSpan.FromMinutes(11);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    private readonly WorldPlan plan;
    private readonly Pump pump;
    private readonly World world;
    private readonly Agenda agenda;
    private readonly OfficerHands officers;
    private readonly Dictionary<string, AgentHands> agents;
    private readonly Dictionary<string, CallerHands> callers = [];
    private readonly Dictionary<string, CallerHands> bySid = [];
    private readonly HashSet<CallerHands> onLine = [];
    private readonly ConcurrentQueue<TimelineEvent> happened = new();
    private readonly Ledger ledger;
    private readonly Watchers watchers;
    private readonly HttpClient console;
    private DateTimeOffset lastDials;

    private SimulatedWorld(WorldPlan plan, Pump pump, Crowd crowd)
    {
        (this.plan, this.pump, world) = (plan, pump, pump.World);
        agenda = new Agenda(world.Time, Again, Turns.UntilQuiet);
        officers = new OfficerHands(world, new Draws(plan.OwnSeed + 3), crowd.Country.Offices);
        console = pump.Screen("agent");
        agents = Enumerable
            .Range(1, Agents)
            .Select(i => new AgentHands(
                world,
                console,
                agenda,
                new Draws(plan.OwnSeed + 100 + i),
                call => ledger![call].Caller,
                i,
                Crowd.Pace
            ))
            .ToDictionary(agent => agent.Id);
        ledger = new Ledger(world, agenda, officers, agents, new Draws(plan.OwnSeed + 4), sid => bySid[sid]);
        watchers = new Watchers(pump, agenda, officers, crowd.Country.Offices);
        Plan(crowd);
    }

    public static async Task<SimulatedWorld> Of(WorldPlan plan, string folder)
    {
        var crowd = new Crowd(plan.OwnSeed);
        var names = Enumerable.Range(1, Agents).Select(i => $"Agent {i}");
        var pump = await Pump.Of(plan, folder, Opens, new Population(crowd.Country.Offices) { Agents = [.. names] });
        return new SimulatedWorld(plan, pump, crowd);
    }

    /// <summary>Lives the world to its end, and tells what it came to.</summary>
    public async Task<WorldFigures> Live()
    {
        var began = agenda.Now;
        await world.Phones.Listen(Note);
        await officers.ComeToWork();
        foreach (var agent in agents.Values)
        {
            await agent.ComesToWork(lunch: TimeSpan.FromHours(12));
        }
        await pump.MayGoWrong();
        while (!await IsOver())
        {
            await pump.Step(agenda.NextDue);
            await React();
        }
        return await Result(began);
    }

    public async ValueTask DisposeAsync()
    {
        console.Dispose();
        await pump.DisposeAsync();
    }

    private void Plan(Crowd crowd)
    {
        var hands = new Draws(plan.OwnSeed + 2);
        var prompted = new Prompted(world.FlowFolder);
        var arrivals = new Draws(plan.OwnSeed + 1);
        var at = TimeSpan.FromSeconds(1);
        for (var i = 0; i < plan.Calls; i++)
        {
            var caller = new CallerHands(world, agenda, prompted, hands, $"+4716{100_000 + i}", crowd.Next());
            callers.Add(caller.Number, caller);
            agenda.After(at, () => Dials(caller));
            at += arrivals.Exponential(TimeSpan.FromMinutes(Math.Log(2) / CallersAMinute));
        }
        lastDials = agenda.Now + at;
        agenda.After(at + RingAgain, GoHome);
    }

    private async Task Dials(CallerHands caller)
    {
        await caller.Dials();
        bySid.Add(caller.Sid, caller);
        onLine.Add(caller);
    }

    private async Task GoHome()
    {
        // Nobody dies any more: what is broken is mended, and the world comes to its end in peace.
        pump.NothingBreaksAnyMore();
        foreach (var agent in agents.Values)
        {
            await agent.MayGoHome();
        }
        agenda.After(TimeSpan.FromMinutes(1), GoHome);
    }

    private async Task<bool> IsOver()
    {
        // Whoever has died may have left something undone, and nobody could say what became of it.
        if (agenda.Now < lastDials + RingAgain + Again || onLine.Count > 0 || !pump.Lives)
        {
            return agenda.Now > lastDials + Longest;
        }
        return agenda.Now > lastDials + Longest || !await world.Read(GoingOn.Any);
    }

    // On the network's thread. Who watches sees it at once, between two webhooks; people react at the step's end.
    private void Note(TimelineEvent now)
    {
        pump.Trace?.Sees(now);
        if (Watchers.Cares(now.What))
        {
            watchers.Sees(now);
            happened.Enqueue(now);
        }
    }

    private async Task React()
    {
        do
        {
            while (happened.TryDequeue(out var now))
            {
                await Hears(now);
            }
            if (pump.TakeNews())
            {
                await ledger.CatchUp();
            }
            if (!await agenda.DoDue())
            {
                return;
            }
            await pump.Settle();
        } while (true);
    }

    private async Task Hears(TimelineEvent now)
    {
        if (now.Phone is not { } phone)
        {
            return;
        }
        if (callers.TryGetValue(phone, out var caller))
        {
            await Hears(caller, now);
        }
        else if (Watch.IsOver(now.What))
        {
            await (
                officers.Has(phone) ? officers.Prepares(phone)
                : agents.Values.FirstOrDefault(agent => agent.Station == phone) is { } agent ? agent.WillAnswer()
                : Task.CompletedTask
            );
        }
    }

    private async Task Hears(CallerHands caller, TimelineEvent now)
    {
        if (now is { What: "heard", Detail: { } words })
        {
            caller.Hears(words);
        }
        else if (now.What == "call-in-progress")
        {
            caller.PicksUp();
            onLine.Add(caller);
        }
        else if (Watch.IsOver(now.What))
        {
            await caller.Over();
            onLine.Remove(caller);
        }
    }

    private async Task<WorldFigures> Result(DateTimeOffset began)
    {
        await pump.IsOver();
        var found = await watchers.Verdict([.. bySid.Keys]);
        var counts = await world.Read(Counts.Of);
        return new()
        {
            Seed = plan.Seed,
            World = plan.Number,
            Calls = bySid.Count,
            Ended = counts.Ended,
            Breaches = found,
            CallbacksMissing = found.Count(breach => breach.What.StartsWith(OneCallback.Missing, StringComparison.Ordinal)),
            CallbacksDuplicated = found.Count(breach => breach.What.StartsWith(OneCallback.Twice, StringComparison.Ordinal)),
            DoubleJoins = found.Count(breach => breach.Invariant == 4),
            LongestSilence = Math.Round(watchers.LongestSilence.TotalSeconds, 1),
            Unanswered = counts.Unanswered,
            Faults = pump.Faults(),
            Restarts = pump.Restarts,
            Webhooks = pump.Webhooks,
            SimulatedSeconds = (agenda.Now - began).TotalSeconds,
            Fingerprint = watchers.Fingerprint,
        };
    }
}
