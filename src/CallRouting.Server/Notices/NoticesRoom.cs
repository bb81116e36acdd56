namespace CallRouting.Server.Notices;

/// <summary>What this room needs to run.</summary>
public static class NoticesRoom
{
    public static IServiceCollection AddNotices(this IServiceCollection services) =>
        services
            .AddSingleton<NoticeStore>()
            .AddSingleton<Chains>()
            .AddSingleton<NoticeBoard>()
            .AddSingleton<NoticeText>()
            .AddSingleton<StillSo>()
            .AddSingleton<Mailbox>()
            .AddSingleton<NoticeSending>()
            .AddSingleton<NoticeRunner>()
            .AddSingleton<RosterNotices>()
            .AddSingleton<Drills>()
            .AddSingleton<PhoneStore>()
            .AddSingleton<PhoneCodes>()
            .AddSingleton<OfficerDoor>()
            .AddSingleton<Errands>()
            .AddSingleton<TextStore>()
            .AddSingleton<DutyGiver>()
            .AddSingleton<TextRunner>()
            .AddSingleton<NoticeRounds>();
}
