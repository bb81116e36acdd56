using System.Net.Http.Headers;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.Scenarios.Day;
using CallRouting.Scenarios.Simulation.Deaths;
using CallRouting.Scenarios.Simulation.Sabotage;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallRouting.Scenarios.Simulation;

/// <summary>Moves a world's clock from one thing that is due to the next, lets everything come of it that can, and kills and revives the server.</summary>
public sealed class Pump : IAsyncDisposable
{
    // What falls due within so little is done together: nobody's ear or hand is finer.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(10);

    // The mean time between two troubles of the database, under heavy faults.
    private static readonly TimeSpan InTrouble = TimeSpan.FromMinutes(5);

    private readonly WorldPlan plan;
    private readonly ManualTime time;
    private readonly Trouble trouble;
    private readonly Saboteur saboteur;
    private readonly Trace? trace;
    private Life living = new();
    private Chores chores = null!;
    private bool news = true;
    private DateTimeOffset? rebirth;
    private DateTimeOffset died;

    private Pump(WorldPlan plan, ManualTime time)
    {
        (this.plan, this.time) = (plan, time);
        Kills = new KillPlan(plan.KillEvery is { } minutes ? TimeSpan.FromMinutes(minutes) : null, new Draws(plan.OwnSeed + 5), time);
        trouble = new Trouble(
            plan.Faults switch
            {
                "heavy" => InTrouble,
                "light" => InTrouble * 10,
                _ => null,
            },
            new Draws(plan.OwnSeed + 6),
            time
        );
        saboteur = Saboteur.Named(plan.Sabotage);
        trace = Trace.Of(plan, time);
    }

    public World World { get; private set; } = null!;

    /// <summary>Where to write down what is seen; null: nowhere.</summary>
    public Trace? Trace => trace;

    public KillPlan Kills { get; }

    public int Restarts { get; private set; }

    public int Webhooks { get; private set; }

    /// <summary>When the database's latest trouble passes, or passed.</summary>
    public DateTimeOffset TroublePasses => trouble.Passes;

    public bool Lives => !living.IsOver;

    /// <summary>Every webhook that was answered, as it is answered.</summary>
    public event Action<Answered>? Answered;

    /// <summary>A process has started, and when the one before it died. It has done nothing yet.</summary>
    public event Func<DateTimeOffset, DateTimeOffset, Task>? Born;

    private DateTimeOffset Now => time.GetUtcNow();

    public static async Task<Pump> Of(WorldPlan plan, string folder, string opens, Population population)
    {
        Pump? pump = null;
        var settings = new WorldSettings
        {
            Seed = plan.OwnSeed,
            Engine = plan.Engine == "sqlite" ? WorldDatabase.Sqlite : WorldDatabase.Postgres,
            Nodes = 1,
            Under = folder,
            ArrangeNetwork = (world, builder) => (pump ??= new Pump(plan, world.Time)).ArrangeNetwork(world, builder),
            ArrangeServer = (world, builder) => pump!.ArrangeServer(world, builder),
        };
        var world = await World.At(opens, population, settings);
        pump!.World = world;
        pump.Follow();
        return pump;
    }

    /// <summary>A browser of somebody with a role.</summary>
    public HttpClient Screen(string role)
    {
        var client = new HttpClient(new ScreenRoad(World.WayToServer, () => living, time, trace))
        {
            BaseAddress = new("http://127.0.0.1:5080"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-{role}");
        return client;
    }

    /// <summary>How often each kind of fault has struck.</summary>
    public IReadOnlyDictionary<string, int> Faults() =>
        World.Network.GetRequiredService<FaultCounts>().ToDictionary().Concat(trouble.Counts).ToDictionary();

    /// <summary>From now on processes die and the database is in trouble, as the plan says.</summary>
    public async Task MayGoWrong()
    {
        await Sabotage(saboteur.Before);
        Kills.Next();
        trouble.Begins();
    }

    /// <summary>Nobody dies any more: what is broken is mended, and the world comes to its end in peace.</summary>
    public void NothingBreaksAnyMore()
    {
        Kills.NoMore();
        trouble.NoMore();
    }

    /// <summary>The last moment before anybody looks what the world came to.</summary>
    public Task IsOver() => Sabotage(saboteur.AtTheEnd);

    /// <summary>Whether anything was written since this was asked last.</summary>
    public bool TakeNews() => news && !(news = false);

    /// <summary>Lets the clock go to whatever is due next, and settles.</summary>
    /// <param name="people">When somebody wants to do something.</param>
    public async Task Step(DateTimeOffset? people)
    {
        DateTimeOffset?[] due = [time.NextDue, people, Lives ? chores.Next : rebirth, Kills.Latest, Now + LongestStep];
        var to = due.Min()!.Value;
        time.Step(to > Now + Grain ? to - Now : Grain);
        await Settle();
    }

    /// <summary>Everything that can happen at this moment of the clock has happened.</summary>
    public async Task Settle()
    {
        do
        {
            await Turns.UntilQuiet();
        } while (await LivesOn() && await chores.Begin());
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        living.Dispose();
        trace?.Dispose();
    }

    // False while no server lives, at this moment and for some time.
    private async Task<bool> LivesOn()
    {
        if (!living.IsOver && Kills.IsOverdue)
        {
            living.Ends();
            // Its place to die was not reached; the next process is not to die there while it starts.
            Kills.NoMore();
        }
        if (!living.IsOver)
        {
            return true;
        }
        if (rebirth is null)
        {
            died = Now;
            trace?.Says("the server is dead");
            rebirth = Now + Kills.Outage();
        }
        if (rebirth > Now)
        {
            return false;
        }
        rebirth = null;
        Restarts++;
        trace?.Says("another server begins");
        trouble.IsAway = true;
        await World.Begins(beforeFirstRequest: Turns.UntilQuiet);
        trouble.IsAway = false;
        Follow();
        await Sabotage(saboteur.AtBirth);
        await (Born?.Invoke(died, Now) ?? Task.CompletedTask);
        Kills.Next();
        return true;
    }

    private void Follow()
    {
        World.Server.GetRequiredService<Writes>().Committed += () => news = true;
        chores = new Chores(World.Server, World.Engine, living, time);
    }

    private void ArrangeNetwork(World world, WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["PhoneNetwork:Faults:Level"] = plan.Faults,
                ["PhoneNetwork:Faults:Seed"] = $"{plan.OwnSeed}",
            }
        );
        builder
            .Services.AddHttpClient("webhooks")
            .ConfigurePrimaryHttpMessageHandler(() => new RoadIn(world.WayToServer(), () => living, Kills, saboteur, Note, time));
    }

    private void ArrangeServer(World world, WebApplicationBuilder builder)
    {
        var life = living = new Life();
        builder.Services.AddSingleton<TimeProvider>(new MortalTime(time, life));
        builder.Services.AddSingleton<Engine>(_ =>
            plan.Engine == "sqlite"
                ? new MortalSqlite(world.DatabaseSettings, life, Kills, trouble)
                : new MortalPostgres(world.DatabaseSettings, life, Kills)
        );
        builder
            .Services.AddHttpClient(nameof(ProviderClient))
            .ConfigurePrimaryHttpMessageHandler(() => new RoadOut(world.WayToNetwork(), life, Kills, saboteur, trace));
    }

    private async Task Sabotage(IEnumerable<string> statements)
    {
        await using var connection = await World.Engine.Open(CancellationToken.None);
        foreach (var statement in statements)
        {
            await connection.ExecuteAsync(statement);
        }
    }

    private void Note(Answered answered)
    {
        Webhooks++;
        trace?.Sees(answered);
        Answered?.Invoke(answered);
    }
}
