namespace CallRouting.Server.Callbacks;

/// <summary>What this room needs to run.</summary>
public static class CallbacksRoom
{
    public static IServiceCollection AddCallbacks(this IServiceCollection services) =>
        services
            .AddSingleton<CallbackStore>()
            .AddSingleton<CallbackAttemptStore>()
            .AddSingleton<CallbackRunner>()
            .AddSingleton<CallbackTries>()
            .AddSingleton<CallbackDesk>()
            .AddSingleton<CallbackDoor>()
            .AddSingleton<CallbackRounds>();
}
