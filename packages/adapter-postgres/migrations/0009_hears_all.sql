-- Whether the messenger is known to show the bot all that is said in the conversation.
alter table conversations add column hears_all boolean not null default false;
