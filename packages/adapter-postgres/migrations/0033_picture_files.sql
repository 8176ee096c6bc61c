-- Pictures of questions are made of files that people send; what a file became is known, so that it is made once.

create table picture_files (
  -- Of the bytes of the file.
  sha256 bytea primary key,
  picture bytea not null references pictures (sha256) on delete cascade
);

-- Which pictures are of no question, by the addresses that questions have for them.
create index questions_picture on questions (handout_image_url) where handout_image_url like 'picture:%';
create index questions_answer_picture on questions ((as_read ->> 'answerImage'))
where as_read ->> 'answerImage' like 'picture:%';
-- Taken out with a picture: where picture = $1.
create index picture_files_picture on picture_files (picture);
