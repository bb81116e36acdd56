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
            .AddSingleton<DefinitionWords>()
            .AddSingleton<ReportStore>()
            .AddSingleton<ObjectionStore>()
            .AddSingleton<ReleaseStore>()
            .AddSingleton<LetterStore>()
            .AddSingleton<PeriodReader>()
            .AddSingleton<ReleaseRunner>()
            .AddSingleton<ReportLetters>()
            .AddSingleton<ReportRunner>()
            .AddSingleton<ObjectionRunner>()
            .AddSingleton<ReportDoor>()
            .AddSingleton<ReportRounds>()
            .AddSingleton<MorningSheet>();
}
