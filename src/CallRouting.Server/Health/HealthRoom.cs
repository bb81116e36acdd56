using CallRouting.Server.Database;

namespace CallRouting.Server.Health;

/// <summary>What the room is made of, and its doors.</summary>
public static class HealthRoom
{
    public static void AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<HealthOptions>(configuration.GetSection("Health"));
        services.Configure<HeartbeatOptions>(configuration.GetSection("Heartbeat"));
        services.AddSingleton<Proofs>().AddSingleton<DatabaseProbe>().AddSingleton<NumberSetUp>().AddSingleton<Readiness>();
        services.AddSingleton<HealthWatch>().AddHostedService(room => room.GetRequiredService<HealthWatch>());
        services.AddSingleton<Heartbeat>().AddHostedService(room => room.GetRequiredService<Heartbeat>());
        AddMorningCheck(services, configuration);
        services.AddHttpClient(Heartbeat.Client, http => http.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers();
    }

    private static void AddMorningCheck(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MorningCheckStore>().AddSingleton<MorningLook>().AddSingleton<MorningSteps>().AddSingleton<MorningCheck>();
        if (configuration.Get<ModeOptions>()!.Background)
        {
            MorningJob.AddTo(services, configuration.GetSection("Database").Get<DatabaseOptions>() ?? new());
        }
    }

    /// <summary>For whoever watches over the process: alive while it answers, ready while calls can be taken.</summary>
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        foreach (var (alive, ready) in new[] { ("/internal/isAlive", "/internal/isReady"), ("/health/live", "/health/ready") })
        {
            health.MapGet(alive, () => TypedResults.Ok("alive"));
            health.MapGet(ready, async (Readiness readiness, CancellationToken cancel) => await readiness.Answer(cancel));
        }
    }
}
