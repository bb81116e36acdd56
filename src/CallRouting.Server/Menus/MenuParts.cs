namespace CallRouting.Server.Menus;

/// <summary>What the room is made of.</summary>
public static class MenuParts
{
    public static void AddMenus(this IServiceCollection services) =>
        services
            .AddSingleton<FlowLibrary>()
            .AddSingleton<FlowWatch>()
            .AddHostedService(room => room.GetRequiredService<FlowWatch>())
            .AddSingleton<MenuRunner>()
            .AddSingleton<AnnouncementStore>()
            .AddSingleton<AnnouncementRunner>();
}
