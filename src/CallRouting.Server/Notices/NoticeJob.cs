using NodaTime.Extensions;
using Quartz;

namespace CallRouting.Server.Notices;

/// <summary>
/// Quartz wakes the rounds each minute, and they know themselves what is owed: half past seven by our own clock, also when a process comes
/// late to it. Whatever has its own moment (a notice, a ringing, a passing on) is an action, and the worker's.
/// </summary>
public sealed class NoticeJob(NoticeRounds rounds, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.RunOnce(clock.GetUtcNow().ToInstant(), cancellationToken);

    public static void AddTo(IQuartzBuilder quartz) =>
        quartz.ScheduleJob<NoticeJob>(
            trigger =>
                trigger
                    .WithIdentity("notices")
                    .WithCronSchedule("0 * * ? * *", cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
            job => job.WithIdentity("notice rounds").DisallowConcurrentExecution()
        );
}
