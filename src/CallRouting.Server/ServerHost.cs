using CallRouting.Core.Offices;
using CallRouting.Server.Agents;
using CallRouting.Server.Calendars;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Demo;
using CallRouting.Server.Health;
using CallRouting.Server.Live;
using CallRouting.Server.Menus;
using CallRouting.Server.Messages;
using CallRouting.Server.Notices;
using CallRouting.Server.Offices;
using CallRouting.Server.Queue;
using CallRouting.Server.Reports;
using CallRouting.Server.Rosters;
using CallRouting.Server.Rosters.Exchange;
using CallRouting.Server.SignIn;
using CallRouting.Server.Supervision;
using CallRouting.Server.Telephony;
using CallRouting.Server.Transfers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallRouting.Server;

/// <summary>Builds a server. Many may run in one process; they share nothing.</summary>
public static class ServerHost
{
    private const string Loopback = "http://localhost:5080";

    /// <param name="arrange">A test's changes: another clock, randomness, a test server, configuration, the provider's handler.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? arrange = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var mode = builder.Configuration.Get<ModeOptions>()!;
        if (mode.IsDemo)
        {
            builder.Configuration.AddJsonFile(Path.GetFullPath(mode.SecretsPath), optional: true);
        }
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(Loopback);
        }
        arrange?.Invoke(builder);
        ColumnTypes.Register();
        AddOptions(builder);
        AddRooms(builder.Services);
        builder.Services.AddHealth(builder.Configuration);
        AddSignIn(builder);
        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void AddOptions(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.Configure<ModeOptions>(configuration);
        services.Configure<DatabaseOptions>(configuration.GetSection("Database"));
        services.Configure<ProviderOptions>(configuration.GetSection("Provider"));
        services.Configure<PrivacyOptions>(configuration.GetSection("Privacy"));
        services.Configure<RoutingOptions>(configuration.GetSection("Routing"));
        services.Configure<NoticeOptions>(configuration.GetSection("Notices"));
        services.Configure<SupervisionOptions>(configuration.GetSection("Supervision"));
        services.Configure<MessageOptions>(configuration.GetSection("Messages"));
        services.Configure<HoursOptions>(configuration.GetSection("OpeningHours"));
        // Whoever stops us waits 30 seconds and kills then.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        services.AddProblemDetails();
        services.AddOpenApi();
    }

    private static void AddRooms(IServiceCollection services)
    {
        services.TryAddSingleton(room => Clock(room.GetRequiredService<IOptions<ModeOptions>>().Value));
        services.TryAddSingleton(_ => Randomness());
        services.AddHostedService<StartUp>();
        AddDatabase(services);
        services.AddOffices();
        services.AddSingleton(room => room.GetRequiredService<IOptions<HoursOptions>>().Value.Hours());
        services.AddSingleton<RosterStore>().AddSingleton<NumberStore>();
        services
            .AddSingleton<LineDoor>()
            .AddSingleton<PublishedStore>()
            .AddSingleton<DutyChangeStore>()
            .AddSingleton<CoverageNow>()
            .AddSingleton<RosterDrafts>()
            .AddSingleton<DutyChanges>();
        services.AddSingleton<RosterView>().AddSingleton<CoverageWall>().AddSingleton<ShiftOfferStore>().AddSingleton<ShiftOffers>();
        services.AddSingleton<LineStore>().AddSingleton<LinesNow>().AddSingleton<LineRunner>();
        services.AddSingleton<PastCallStore>().AddSingleton<DraftReplay>();
        services.AddSingleton<RosterSheets>().AddSingleton<RosterImports>().AddSingleton<ImportRunner>().AddSingleton<ImportCommand>();
        services.AddCalendars();
        services.AddNotices();
        services.AddReports();
        services.AddSupervision().AddMessages();
        services.AddReportDocuments();
        services.AddMenus();
        services.AddSingleton<Timeline>().AddSingleton<Feed>();
        services.AddSingleton<FeedTail>().AddHostedService(room => room.GetRequiredService<FeedTail>());
        services.AddSingleton<PersonStore>();
        services.AddCallbacks();
        services.AddSingleton<TransferStore>();
        AddContactCentre(services);
        AddCalls(services);
        AddTelephony(services);
        services.AddSingleton(Console.Out).AddSingleton<PrepareCommand>().AddSingleton<RosterCommand>().AddSingleton<Requirements>();
    }

    private static void AddDatabase(IServiceCollection services)
    {
        services.TryAddSingleton(room => room.GetRequiredService<IOptions<DatabaseOptions>>().Value.Choose());
        services.AddSingleton<Writes>().AddSingleton<Reads>().AddSingleton<Migrations>().TryAddSingleton<Ids>();
    }

    private static void AddCalls(IServiceCollection services)
    {
        services.AddSingleton<CallStore>().AddSingleton<LegStore>().AddSingleton<RoomStore>().AddSingleton<ActionStore>();
        services.AddSingleton<Seal>().AddSingleton<Orders>().AddSingleton<Pacer>().AddSingleton<RoomSounds>();
        services
            .AddSingleton<CallRunner>()
            .AddSingleton<LegRunner>()
            .AddSingleton<LegEvents>()
            .AddSingleton<RoomEvents>()
            .AddSingleton<Arrivals>();
        services.AddSingleton<FallbackDocuments>().AddSingleton<FallbackCommand>().AddSingleton<Mishaps>().AddSingleton<BackPressure>();
        services.AddSingleton<MishapRunner>().AddHostedService(room => room.GetRequiredService<MishapRunner>());
        services.AddSingleton<PassOnPlaces>().AddSingleton<RoomDesk>();
        services.AddSingleton<Patience>().AddSingleton<Dialling>().AddSingleton<Steering>().AddSingleton<Messaging>();
        services.AddSingleton<Doubts>().AddSingleton<RoomSweep>().AddSingleton<Sweeper>().AddHostedService<SweepLoop>();
        services.AddSingleton<ActionRunner>().AddSingleton<Worker>().AddHostedService(room => room.GetRequiredService<Worker>());
    }

    private static void AddContactCentre(IServiceCollection services)
    {
        services
            .AddSingleton<PresenceStore>()
            .AddSingleton<TalkStore>()
            .AddSingleton<Pool>()
            .AddSingleton<AgentRunner>()
            .AddSingleton<Desk>()
            .AddSingleton<LiveCalls>();
        services.AddSingleton<QueueStore>().AddSingleton<QueueFigures>().AddSingleton<QueueRunner>();
    }

    private static void AddTelephony(IServiceCollection services)
    {
        services.AddSingleton<PhoneUrls>().AddSingleton<TwimlWriter>().AddSingleton<SignatureCheck>();
        services.AddSingleton<SelfCheck>().AddHostedService(room => room.GetRequiredService<SelfCheck>());
        services.AddHttpClient(SelfCheck.Client, http => http.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddTransient<ProviderPatience>();
        // Polly times out, on our own clock.
        services
            .AddHttpClient<ProviderClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<ProviderPatience>()
            .RemoveAllLoggers();
    }

    private static void AddSignIn(WebApplicationBuilder builder)
    {
        builder
            .Services.AddAuthentication(DemoTokens.SchemeName)
            .AddScheme<DemoTokenOptions, DemoTokens>(
                DemoTokens.SchemeName,
                options =>
                {
                    // Fixed tokens are for the demo; anywhere else this scheme knows nobody.
                    if (builder.Configuration.Get<ModeOptions>()!.IsDemo)
                    {
                        builder.Configuration.GetSection("SignIn").Bind(options);
                    }
                }
            );
        builder.Services.AddAuthorization(Policies.AddTo);
    }

    private static void Map(WebApplication app)
    {
        app.UseNamedProxies();
        app.UseExceptionHandler();
        app.UseConsolePages();
        app.UseAuthentication();
        app.UseAuthorization();
        var phone = app.MapGroup("/phone")
            .AddEndpointFilter<SignatureCheck>()
            .WithMetadata(new SignedByProvider())
            .ExcludeFromDescription();
        phone.MapPhone();
        phone.MapTexts();
        app.MapApi();
        app.MapCalendarFeeds();
        app.MapHealth();
    }

    private static TimeProvider Clock(ModeOptions mode) =>
        mode.IsDemo && File.Exists(mode.ClockPath)
            ? new DemoClock(ClockFile.Read(mode.ClockPath), TimeProvider.System)
            : TimeProvider.System;

    // The one place where a server's randomness begins; a test gives its own.
#pragma warning disable RS0030
    private static Random Randomness() => new();
#pragma warning restore RS0030
}
