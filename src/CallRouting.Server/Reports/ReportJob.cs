using NodaTime.Extensions;
using Quartz;

namespace CallRouting.Server.Reports;

/// <summary>Quartz wakes the reports' round every ten minutes; the round knows itself, by our own clock, what is owed.</summary>
public sealed class ReportJob(ReportRounds rounds, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.RunOnce(clock.GetUtcNow().ToInstant(), cancellationToken);

    public static void AddTo(IQuartzBuilder quartz) =>
        quartz.ScheduleJob<ReportJob>(
            trigger =>
                trigger
                    .WithIdentity("reports")
                    .WithCronSchedule("0 5/10 * ? * *", cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
            job => job.WithIdentity("reports by the calendar").DisallowConcurrentExecution()
        );
}
