namespace CallRouting.Server.Supervision;

/// <summary>What this room needs to run.</summary>
public static class SupervisionRoom
{
    public static IServiceCollection AddSupervision(this IServiceCollection services) =>
        services
            .AddSingleton<FlagStore>()
            .AddSingleton<FlagRunner>()
            .AddSingleton<FollowUps>()
            .AddSingleton<OverdueLook>()
            .AddSingleton<PhoneLook>()
            .AddSingleton<AnsweredShares>()
            .AddSingleton<PatternLook>()
            .AddSingleton<LineLook>()
            .AddSingleton<WallboardStore>()
            .AddSingleton<Wallboard>()
            .AddSingleton<Alarms>()
            .AddSingleton<SupervisionRounds>();
}
