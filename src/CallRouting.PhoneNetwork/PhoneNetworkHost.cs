using System.Text.Json;
using System.Text.Json.Serialization;
using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Conferences;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Messages;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.PhoneNetwork.Rest;
using CallRouting.PhoneNetwork.Twiml;
using CallRouting.PhoneNetwork.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallRouting.PhoneNetwork;

/// <summary>Builds a telephone network. Many may run in one process; they share nothing.</summary>
public static class PhoneNetworkHost
{
    private const string Loopback = "http://localhost:5090";

    /// <summary>Builds the host; throws <see cref="BadSettingsException"/> when its configuration or demo file is wrong.</summary>
    /// <param name="arrange">
    /// A test's changes: another TimeProvider, a test server, configuration, the primary handler of the HttpClient "webhooks".
    /// </param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? arrange = null)
    {
        // Settings are read once: a thousand networks in one process must not watch a thousand files.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(Loopback);
        // Half a dozen lines for every look at a telephone would bury what matters.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        AddWebhookClient(builder.Services);
        arrange?.Invoke(builder);

        var options = builder.Configuration.GetSection("PhoneNetwork").Get<NetworkOptions>() ?? new NetworkOptions();
        AddNetwork(builder.Services, options.Checked());
        var app = builder.Build();
        Map(app);
        // A broken demo file or an unknown fault stops the start, not the first call.
        _ = app.Services.GetRequiredService<Exchange>();
        _ = app.Services.GetRequiredService<FaultPlan>();
        return app;
    }

    // Before the test's changes, so that a handler given there is the one that is used.
    private static void AddWebhookClient(IServiceCollection services) =>
        services
            .AddHttpClient(WebhookRequest.Client, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => WebhookConnection.Handler(provider.GetRequiredService<TimeProvider>()))
            .RemoveAllLoggers();

    private static void AddNetwork(IServiceCollection services, NetworkOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(options.ClockFile is { } file ? DemoClock.Read(file, TimeProvider.System) : TimeProvider.System);
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase))
        );
        services.AddProblemDetails();
        AddEngine(services);
        AddFaults(services);
        AddTelephony(services);
    }

    private static void AddEngine(IServiceCollection services)
    {
        services.AddSingleton<Parking>().AddSingleton<EventLoop>().AddSingleton<Sids>().AddSingleton<Debugger>().AddSingleton<Timeline>();
        services.AddSingleton(provider => new NetworkActivity(
            provider.GetRequiredService<EventLoop>(),
            provider.GetRequiredService<Parking>()
        ));
        services.AddSingleton<WebhookSender>().AddSingleton<WebhookRequest>();
    }

    private static void AddFaults(IServiceCollection services)
    {
        services.AddSingleton<FaultCounts>();
        services.AddSingleton(provider => new FaultPlan(
            provider.GetRequiredService<NetworkOptions>(),
            provider.GetRequiredService<FaultCounts>()
        ));
        services.AddSingleton<RestFaults>().AddSingleton<ReportFaults>().AddSingleton<ControlFaults>();
        services.AddSingleton<Forgeries>().AddSingleton<OddFields>().AddSingleton<LineFaults>();
    }

    private static void AddTelephony(IServiceCollection services)
    {
        services.AddSingleton<CallBook>().AddSingleton<CallReports>().AddSingleton<CallEnding>().AddSingleton<Pacing>();
        services.AddSingleton<Lines>().AddSingleton<Ringing>();
        services
            .AddSingleton<CallScript>()
            .AddSingleton<Documents>()
            .AddSingleton<Media>()
            .AddSingleton<GatherVerb>()
            .AddSingleton<DialVerb>()
            .AddSingleton<DialNumberVerb>();
        services.AddSingleton<Rooms>().AddSingleton<RoomMedia>().AddSingleton<RoomReports>();
        services
            .AddSingleton<RestAnswers>()
            .AddSingleton<CallRequests>()
            .AddSingleton<ConferenceRequests>()
            .AddSingleton<ParticipantRequests>();
        services.AddSingleton<MessageBook>().AddSingleton<MessageRequests>().AddSingleton<NumberRequests>();
        services
            .AddSingleton<PhoneBook>()
            .AddSingleton<BehaviourScript>()
            .AddSingleton<Keys>()
            .AddSingleton<InboundTexts>()
            .AddSingleton<Hands>()
            .AddSingleton<LiveFeed>();
        services.AddSingleton(provider => new Exchange(
            provider.GetRequiredService<EventLoop>(),
            provider.GetRequiredService<Hands>(),
            provider.GetRequiredService<Debugger>(),
            provider.GetRequiredService<Timeline>()
        ));
    }

    private static void Map(WebApplication app)
    {
        app.Use(ConnectionReset.Obey);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : 500 }
        );
        app.UseStatusCodePages();
        app.UseHandsetPage();
        app.Use(RestApi.Guard);
        app.MapRestApi();
        app.MapPhones();
        app.MapLiveFeed();
        app.MapFaults();
    }
}
