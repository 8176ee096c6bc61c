-- What editors have to look at: where not good and not seen and question > $1 order by question.
create index question_votes_unseen on question_votes (question) where not good and not seen;
