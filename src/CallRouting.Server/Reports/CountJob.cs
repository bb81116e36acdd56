using NodaTime.Extensions;
using Quartz;

namespace CallRouting.Server.Reports;

/// <summary>Quartz wakes the summing up every ten minutes; whoever asks in between has what is stale summed up first.</summary>
public sealed class CountJob(CountRounds rounds, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.RunOnce(clock.GetUtcNow().ToInstant(), cancellationToken);

    public static void AddTo(IQuartzBuilder quartz) =>
        quartz.ScheduleJob<CountJob>(
            trigger =>
                trigger
                    .WithIdentity("counting")
                    .WithCronSchedule("0 0/10 * ? * *", cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
            job => job.WithIdentity("count stale days").DisallowConcurrentExecution()
        );
}
