using Bot.Operation.Settings;
using Bot.Storage.Activities;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>The store, as services.</summary>
public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(StorageOptions.From(configuration))
        .AddSingleton(services => Open(services.GetRequiredService<StorageOptions>()))
        .AddSingleton<ActivityLog>()
        .AddSingleton<Keys>()
        .AddSingleton<KeyedHash>();

    private static Database Open(StorageOptions options)
    {
        try
        {
            return new Database(options.Path);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            throw new BadSettingException($"Không mở được dữ liệu ở \"{Path.GetFullPath(options.Path)}\" (cài đặt Data:Path): {error.Message}", error);
        }
    }
}
