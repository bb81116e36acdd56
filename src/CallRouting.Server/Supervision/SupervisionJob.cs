using NodaTime.Extensions;
using Quartz;

namespace CallRouting.Server.Supervision;

/// <summary>Quartz wakes the rounds each minute, and they know themselves what is owed.</summary>
public sealed class SupervisionJob(SupervisionRounds rounds, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.RunOnce(clock.GetUtcNow().ToInstant(), cancellationToken);

    public static void AddTo(IQuartzBuilder quartz) =>
        quartz.ScheduleJob<SupervisionJob>(
            trigger =>
                trigger
                    .WithIdentity("supervision")
                    .WithCronSchedule("20 * * ? * *", cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
            job => job.WithIdentity("supervision rounds").DisallowConcurrentExecution()
        );
}
