namespace CallRouting.Server.Reports;

/// <summary>What reports, objections, releases and letters need to run; figures are <see cref="ReportsRoom"/>'s.</summary>
public static class ReportDocuments
{
    public static IServiceCollection AddReportDocuments(this IServiceCollection services) =>
        services
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
