namespace CallRouting.Server.Calendars;

public static class CalendarsRoom
{
    public static void AddCalendars(this IServiceCollection services) =>
        services.AddSingleton<CalendarStore>().AddSingleton<CalendarFeed>().AddSingleton<CalendarAddresses>();
}
