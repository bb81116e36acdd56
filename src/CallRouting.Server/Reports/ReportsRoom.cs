namespace CallRouting.Server.Reports;

/// <summary>What this room needs to run.</summary>
public static class ReportsRoom
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddSingleton<CountedTransferStore>()
            .AddSingleton<CountedCallbackStore>()
            .AddSingleton<CountedCallStore>()
            .AddSingleton<DailyTransferStore>()
            .AddSingleton<DailyCoverageStore>()
            .AddSingleton<CountRunner>()
            .AddSingleton<CountRounds>()
            .AddSingleton<FigureReader>()
            .AddSingleton<FigureQuestions>()
            .AddSingleton<Recounting>()
            .AddSingleton<RecountCommand>()
            .AddSingleton<DefinitionWords>();
}
