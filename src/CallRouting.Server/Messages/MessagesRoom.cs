namespace CallRouting.Server.Messages;

/// <summary>What this room needs to run.</summary>
public static class MessagesRoom
{
    public static IServiceCollection AddMessages(this IServiceCollection services) =>
        services.AddSingleton<MessageStore>().AddSingleton<MessageDesk>().AddSingleton<MessageRounds>();
}
