namespace CallRouting.Server.Offices;

/// <summary>What this room needs to run.</summary>
public static class OfficesRoom
{
    public static IServiceCollection AddOffices(this IServiceCollection services) =>
        services
            .AddSingleton<RegisterStore>()
            .AddSingleton<PlacesInForce>()
            .AddSingleton<RegisterRunner>()
            .AddSingleton(room => new RegistersCommand(
                room.GetRequiredService<RegisterRunner>(),
                room.GetRequiredService<TimeProvider>(),
                Console.Out,
                Console.Error
            ));
}
